/** How often staff knock, and how fast, ms. */
const KNOCKS = 5;
const WITHIN_MS = 5000;

/**
 * The way to the health page that no visitor finds by chance: five taps in the top left corner, or Escape five
 * times, within five seconds. One finger and one key are enough.
 */
export class StaffGesture {
	#knocks: number[] = [];

	/**
	 * @param corner side of the corner, CSS px
	 * @returns true when this tap was the last of five
	 */
	tap(x: number, y: number, corner: number, now: number): boolean {
		return this.#knock(x <= corner && y <= corner, now);
	}

	/** @returns true when this key was the last of five */
	key(key: string, now: number): boolean {
		return this.#knock(key === 'Escape', now);
	}

	#knock(counts: boolean, now: number): boolean {
		const recent = this.#knocks.filter((at) => now - at <= WITHIN_MS);
		this.#knocks = counts ? [...recent, now] : [];
		if (this.#knocks.length < KNOCKS) return false;
		this.#knocks = [];
		return true;
	}
}
