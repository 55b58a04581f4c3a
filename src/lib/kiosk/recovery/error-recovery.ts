/** Decides when a page that had an error reloads, and when it goes back to the attract loop. */

/** A page whose first error comes earlier than this has failed at its start, ms. */
const STARTUP_MS = 60_000;
/** Backoff of the reload after failed starts, ms: it doubles with each up to the limit, and never ends. */
const SHORTEST_MS = 15_000;
const LONGEST_MS = 900_000;
/** Without sessionStorage failed starts cannot be counted: assume two. */
const ASSUMED_FAILED_STARTS = 2;
/** Least time between two resets, ms: errors that come every second must not make the screen flicker. */
const RESET_INTERVAL_MS = 10_000;
const KEY = 'telegram-1856:kiosk-starts';

/** State of one page; the count of failed starts outlives a reload in the tab's storage. */
export class ErrorRecovery {
	readonly #storage: () => Storage;
	/** When the page reloads; null without an error. */
	#reloadAt: number | null = null;
	/** When the last reset was, and when the next is due; null without an error since. */
	#lastReset = -Infinity;
	#resetAt: number | null = null;

	/** @param storage gives the tab's own storage; may throw, and so may everything it gives */
	constructor(storage: () => Storage) {
		this.#storage = storage;
	}

	/**
	 * Notes an uncaught error. Only the first decides when the page reloads; later ones postpone nothing.
	 *
	 * @param now ms since the page's start
	 */
	fault(now: number): void {
		this.#resetAt ??= Math.max(now, this.#lastReset + RESET_INTERVAL_MS);
		if (this.#reloadAt !== null) return;
		if (now >= STARTUP_MS) {
			this.#count(0);
			this.#reloadAt = now;
		} else {
			const before = this.#failedStarts();
			const counted = this.#count(before + 1);
			const pause = SHORTEST_MS * 2 ** (counted ? before : ASSUMED_FAILED_STARTS);
			this.#reloadAt = Math.max(now, Math.min(pause, LONGEST_MS));
		}
	}

	/**
	 * Whether the page goes back to the attract loop now, even during a visit. True once for an error, or for several in a
	 * row.
	 *
	 * @param now ms since the page's start
	 */
	shouldReset(now: number): boolean {
		if (this.#resetAt === null || now < this.#resetAt) return false;
		this.#resetAt = null;
		this.#lastReset = now;
		return true;
	}

	/**
	 * Whether the page reloads now.
	 *
	 * @param now ms since the page's start
	 * @param isFree true when no visit is going on
	 */
	shouldReload(now: number, isFree: boolean): boolean {
		return isFree && this.#reloadAt !== null && now >= this.#reloadAt;
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
