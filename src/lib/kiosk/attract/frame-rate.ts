/** A frame that took longer than this came late, ms: one of the sixty in a second was left out. */
const LATE_MS = 25;
/** One that took longer than this counts as several late ones: a finger would have noticed, ms. */
const LOST_MS = 100;
const LOST_COUNTS = 4;
/** Frames of flights that are counted, and how many of them may be late. */
const ENOUGH = 40;
const MAY_BE_LATE = 10;
/** Between two frames so far apart the page was not flying but away, ms. */
const AWAY_MS = 1000;

/**
 * Measures whether this machine keeps its frame rate during flights. On a machine that does not, a touch during a flight
 * would be answered late, so the attract loop cuts from scene to scene instead.
 */
export class FrameRate {
	#last: number | null = null;
	#frames = 0;
	#late = 0;

	/**
	 * Counts a frame.
	 *
	 * @param now when it began, ms
	 * @param flying whether it belongs to a flight
	 */
	frame(now: number, flying: boolean): void {
		if (this.isSlow !== null) return;
		const took = this.#last === null ? Infinity : now - this.#last;
		this.#last = flying ? now : null;
		if (!flying || took > AWAY_MS) return;
		this.#frames += 1;
		if (took > LATE_MS) this.#late += took > LOST_MS ? LOST_COUNTS : 1;
	}

	/** Null until enough frames were counted. */
	get isSlow(): boolean | null {
		if (this.#late > MAY_BE_LATE) return true;
		return this.#frames < ENOUGH ? null : false;
	}
}

/**
 * Measures the page's frames until it is known whether the machine is slow.
 *
 * @param isFlying whether the map is in flight now
 * @param onslow called once, if it is slow
 * @returns a function that ends it
 */
export function watchFrameRate(isFlying: () => boolean, onslow: () => void): () => void {
	const rate = new FrameRate();
	let next = requestAnimationFrame(function look(now) {
		rate.frame(now, isFlying());
		if (rate.isSlow === null) next = requestAnimationFrame(look);
		else if (rate.isSlow) onslow();
	});
	return () => cancelAnimationFrame(next);
}
