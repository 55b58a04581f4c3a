/**
 * What the health page tells: how many visits today, and the last errors. Nothing about a visitor. It outlives a
 * reload where the browser keeps it for the tab; where it does not, the count starts anew.
 */
const KEY = 'telegram-1856:kiosk';
const MOST_ERRORS = 5;
const LONGEST = 300;

export interface Fault {
	/** When, in ms since 1970. */
	readonly at: number;
	readonly what: string;
}

interface Kept {
	readonly day: string;
	readonly visits: number;
	readonly faults: readonly Fault[];
}

const dayOf = (at: number): string => new Date(at).toDateString();

/** Reads what was kept; anything that is not ours counts as nothing. */
function parse(text: string | null): Kept | null {
	try {
		const kept: unknown = JSON.parse(text ?? '');
		const { day, visits, faults } = kept as Kept;
		const sound =
			typeof day === 'string' &&
			Number.isInteger(visits) &&
			visits >= 0 &&
			Array.isArray(faults) &&
			faults.every(({ at, what }) => typeof at === 'number' && typeof what === 'string');
		return sound ? { day, visits, faults: faults.slice(-MOST_ERRORS) } : null;
	} catch {
		return null;
	}
}

export class Journal {
	#kept: Kept;
	readonly #storage: () => Storage;

	/**
	 * @param storage gives the tab's own storage; may throw, and so may everything it gives
	 * @param now ms since 1970
	 */
	constructor(storage: () => Storage, now: number) {
		this.#storage = storage;
		let text: string | null = null;
		try {
			text = storage().getItem(KEY);
		} catch {
			// Without storage the journal starts empty.
		}
		this.#kept = parse(text) ?? { day: dayOf(now), visits: 0, faults: [] };
	}

	get faults(): readonly Fault[] {
		return this.#kept.faults;
	}

	/** @param now ms since 1970 */
	visits(now: number): number {
		return this.#kept.day === dayOf(now) ? this.#kept.visits : 0;
	}

	/** @param now ms since 1970 */
	addVisit(now: number): void {
		this.#keep({ ...this.#kept, day: dayOf(now), visits: this.visits(now) + 1 });
	}

	/** @param what an error, as it was thrown */
	addFault(what: unknown, now: number): void {
		const text = what instanceof Error ? `${what.name}: ${what.message}` : String(what);
		const fault = { at: now, what: text.slice(0, LONGEST) };
		this.#keep({ ...this.#kept, faults: [...this.#kept.faults, fault].slice(-MOST_ERRORS) });
	}

	#keep(kept: Kept): void {
		this.#kept = kept;
		try {
			this.#storage().setItem(KEY, JSON.stringify(kept));
		} catch {
			// Full or denied: it is kept as long as the page is open.
		}
	}
}
