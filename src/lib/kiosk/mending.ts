/**
 * When a page that had an error starts afresh, and when its visitor is sent away. An error may come once a second, at
 * the very start of every page, or once in a year.
 */

/** A page that has lived starts afresh so long after its first error, if nobody is here, ms. */
const MEND_MS = 5000;
/** A page whose first error comes earlier than this after its start has failed at its start, ms. */
const YOUNG_MS = 60_000;
/** Such pages are given so long from their start, twice as long each time, ms: no loop, but no end either. */
const SHORTEST_MS = 15_000;
const LONGEST_MS = 900_000;
/** Where nothing is kept over a reload nobody can count: each failed start is given as much as the third, ms. */
const UNCOUNTED = 2;
/** A visitor is sent away by an error once in this time: the page may still work for them, ms. */
const PEACE_MS = 60_000;
const KEY = 'telegram-1856:kiosk-starts';

export class Mending {
	readonly #storage: () => Storage;
	/** When the page starts afresh; null as long as all is well. */
	#due: number | null = null;
	#sentAway = -Infinity;

	/** @param storage gives the tab's own storage; may throw, and so may everything it gives */
	constructor(storage: () => Storage) {
		this.#storage = storage;
	}

	/**
	 * An error that nobody caught. Only the first says when the page starts afresh; later ones postpone nothing.
	 *
	 * @param now ms since the page's start
	 * @returns whether the page goes back to the attract loop at once
	 */
	fault(now: number): boolean {
		if (this.#due === null) {
			if (now >= YOUNG_MS) {
				this.#count(0);
				this.#due = now + MEND_MS;
			} else {
				const before = this.#failedStarts();
				const counted = this.#count(before + 1);
				const pause = SHORTEST_MS * 2 ** (counted ? before : UNCOUNTED);
				this.#due = Math.max(now + MEND_MS, Math.min(pause, LONGEST_MS));
			}
		}
		if (now - this.#sentAway < PEACE_MS) return false;
		this.#sentAway = now;
		return true;
	}

	/**
	 * Whether the page starts afresh now.
	 *
	 * @param now ms since the page's start
	 * @param isFree whether nobody is in front of the screen
	 */
	isDue(now: number, isFree: boolean): boolean {
		return isFree && this.#due !== null && now >= this.#due;
	}

	/** Starts in a row that failed. */
	#failedStarts(): number {
		try {
			const count = Number(this.#storage().getItem(KEY));
			return Number.isInteger(count) && count > 0 ? Math.min(count, 20) : 0;
		} catch {
			return 0;
		}
	}

	/** @returns whether it will be known after a reload */
	#count(starts: number): boolean {
		try {
			if (starts === 0) this.#storage().removeItem(KEY);
			else this.#storage().setItem(KEY, String(starts));
			return true;
		} catch {
			return false;
		}
	}
}
