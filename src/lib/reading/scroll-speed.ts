/** Fast scrolling begins above the first speed and ends below the second, CSS px a second. */
const RUSH = 1600;
const ARRIVE = 700;
/** Scroll events within this time count together, ms: one wheel notch alone is not fast scrolling. */
const WINDOW_MS = 200;

/**
 * Tells fast scrolling from reading. Samples come from scroll events; the two limits keep the answer from flickering.
 */
export class ScrollSpeed {
	#samples: { readonly at: number; readonly top: number }[] = [];
	#rushing = false;

	/**
	 * @param top how far the page is scrolled, CSS px
	 * @param at when, ms
	 * @returns true during fast scrolling
	 */
	note(top: number, at: number): boolean {
		if (!Number.isFinite(top) || !Number.isFinite(at)) return this.#rushing;
		this.#samples = [...this.#samples.filter((old) => at - old.at <= WINDOW_MS), { at, top }];
		const [first] = this.#samples;
		const ms = at - (first?.at ?? at);
		// A single jump (a link, a key) has no speed: it is over when its event comes.
		if (ms < WINDOW_MS / 4) return this.#rushing;
		const speed = (1000 * Math.abs(top - (first?.top ?? top))) / ms;
		this.#rushing = speed > (this.#rushing ? ARRIVE : RUSH);
		return this.#rushing;
	}

	/** The page stands still. */
	rest(): boolean {
		this.#samples = [];
		this.#rushing = false;
		return false;
	}
}
