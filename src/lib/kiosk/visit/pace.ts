/** A frame that took longer than this came late, ms: one of the sixty in a second was left out. */
const LATE_MS = 25;
/** One that took longer than this counts as several late ones: a finger would have noticed, ms. */
const LOST_MS = 100;
const LOST_COUNTS = 4;
/** So many frames of flights are looked at, and so many of them may be late. */
const ENOUGH = 40;
const MAY_BE_LATE = 10;
/** Between two frames so far apart the page was not flying but away, ms. */
const AWAY_MS = 1000;

/**
 * Whether this machine draws flights without effort. One that does not is busy with them when a finger comes, and
 * answers late: there the loop cuts from scene to scene instead.
 */
export class Pace {
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

	/** Null as long as too little was seen of it. */
	get isSlow(): boolean | null {
		if (this.#late > MAY_BE_LATE) return true;
		return this.#frames < ENOUGH ? null : false;
	}
}

/**
 * Looks at the page's frames until it is known whether the machine is slow.
 *
 * @param isFlying whether the map is in flight now
 * @param onslow called once, if it is slow
 * @returns a function that ends it
 */
export function watchPace(isFlying: () => boolean, onslow: () => void): () => void {
	const pace = new Pace();
	let next = requestAnimationFrame(function look(now) {
		pace.frame(now, isFlying());
		if (pace.isSlow === null) next = requestAnimationFrame(look);
		else if (pace.isSlow) onslow();
	});
	return () => cancelAnimationFrame(next);
}
