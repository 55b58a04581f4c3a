/** Faster than this nobody reads, CSS px a second; slower than that, they have arrived. */
const RUSH = 1600;
const ARRIVE = 700;
/** Scroll events of this many milliseconds count together: one wheel notch alone is no rush. */
const WINDOW_MS = 200;

/**
 * Tells whether a reader rushes past the words or reads them. Samples come from scroll events; the answer has
 * a memory, so that it does not flicker at the limit.
 */
export class Pace {
	#samples: { readonly at: number; readonly top: number }[] = [];
	#rushing = false;

	/**
	 * @param top how far the page is scrolled, CSS px
	 * @param at when, ms
	 * @returns true while the reader rushes past
	 */
	note(top: number, at: number): boolean {
		if (!Number.isFinite(top) || !Number.isFinite(at)) return this.#rushing;
		this.#samples = [...this.#samples.filter((old) => at - old.at <= WINDOW_MS), { at, top }];
		const [first] = this.#samples;
		const ms = at - (first?.at ?? at);
		// A single jump (a link, a key) has no pace: it is over when it is seen.
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
