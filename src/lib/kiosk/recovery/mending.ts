/**
 * When a page that had an error starts afresh, and when its visitor is sent away. An error may come once a second, at
 * the very start of every page, or once in a year.
 */

/** A page whose first error comes earlier than this after its start has failed at its start, ms. */
const YOUNG_MS = 60_000;
/** Such pages are given so long from their start, twice as long each time, ms: no loop, but no end either. */
const SHORTEST_MS = 15_000;
const LONGEST_MS = 900_000;
/** Where nothing is kept over a reload nobody can count: each failed start is given as much as the third, ms. */
const UNCOUNTED = 2;
/** A visitor is sent away by an error at once, and by the next when this time has passed: no flicker, ms. */
const PEACE_MS = 10_000;
const KEY = 'telegram-1856:kiosk-starts';

export class Mending {
	readonly #storage: () => Storage;
	/** When the page starts afresh; null as long as all is well. */
	#due: number | null = null;
	/** When a visitor was last sent away, and is the next time; null as long as no error asks for it. */
	#sentAway = -Infinity;
	#away: number | null = null;

	/** @param storage gives the tab's own storage; may throw, and so may everything it gives */
	constructor(storage: () => Storage) {
		this.#storage = storage;
	}

	/**
	 * An error that nobody caught. Only the first says when the page starts afresh; later ones postpone nothing.
	 *
	 * @param now ms since the page's start
	 */
	fault(now: number): void {
		this.#away ??= Math.max(now, this.#sentAway + PEACE_MS);
		if (this.#due !== null) return;
		if (now >= YOUNG_MS) {
			this.#count(0);
			this.#due = now;
		} else {
			const before = this.#failedStarts();
			const counted = this.#count(before + 1);
			const pause = SHORTEST_MS * 2 ** (counted ? before : UNCOUNTED);
			this.#due = Math.max(now, Math.min(pause, LONGEST_MS));
		}
	}

	/**
	 * Whether the page goes back to the attract loop now, whoever is here. True once for an error, or for several in a row.
	 *
	 * @param now ms since the page's start
	 */
	sendsAway(now: number): boolean {
		if (this.#away === null || now < this.#away) return false;
		this.#away = null;
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
