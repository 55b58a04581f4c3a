/**
 * What the health page tells: how many visits today, and the last errors. Nothing about a visitor. It outlives a
 * reload where the browser keeps it for the tab; where it does not, the count starts anew. The packed folder's own
 * server adds up what each tab tells in its beats, and outlives the browser.
 */
const KEY = 'telegram-1856:kiosk';
const MOST_ERRORS = 5;
const LONGEST = 300;
/** An error in a beat, with its time. */
const LONGEST_TOLD = 200;
/** The supervisor's names are shorter. */
const LONGEST_START = 64;

export interface Fault {
	/** When, in ms since 1970. */
	readonly at: number;
	readonly what: string;
}

/** The part of a beat that comes from the journal. */
export interface Told {
	/** Whose beat it is: the supervisor's name for this start of the browser, or this tab's own. */
	readonly start: string;
	/** Today, in this tab. */
	readonly visits: number;
	/** The last ones; each begins with its time. */
	readonly errors: readonly string[];
}

interface Kept {
	/** A random name of this tab, which says nothing about anybody. */
	readonly tab: string;
	readonly day: string;
	readonly visits: number;
	readonly faults: readonly Fault[];
}

const dayOf = (at: number): string => new Date(at).toDateString();

const nameATab = (): string => Math.random().toString(36).slice(2);

/** The time of an error as a beat tells it; a clock that is out of all bounds has none. */
const timeOf = (at: number): string => {
	const date = new Date(at);
	return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};

/** Takes an error of a beat apart: what was wrong, and when, if that is known. */
export function readTold(error: string): { readonly at: number | null; readonly what: string } {
	const [time = '', ...what] = error.split(' ');
	const at = /^[-+]?\d+-\d\d-\d\dT/.test(time) ? Date.parse(time) : Number.NaN;
	return Number.isNaN(at) ? { at: null, what: error } : { at, what: what.join(' ') };
}

/** Reads what was kept; anything that is not ours counts as nothing. */
function parse(text: string | null): Kept | null {
	try {
		const kept: unknown = JSON.parse(text ?? '');
		const { tab, day, visits, faults } = kept as Kept;
		const sound =
			typeof tab === 'string' &&
			typeof day === 'string' &&
			Number.isInteger(visits) &&
			visits >= 0 &&
			Array.isArray(faults) &&
			faults.every(({ at, what }) => typeof at === 'number' && typeof what === 'string');
		return sound ? { tab, day, visits, faults: faults.slice(-MOST_ERRORS) } : null;
	} catch {
		return null;
	}
}

export class Journal {
	#kept: Kept;
	#lasts = false;
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
			this.#lasts = true;
		} catch {
			// Without storage the journal starts empty.
		}
		const kept = parse(text);
		this.#kept = kept ?? { tab: nameATab(), day: dayOf(now), visits: 0, faults: [] };
		if (!kept) this.#keep(this.#kept);
	}

	/** Whether it outlives the page. */
	get lasts(): boolean {
		return this.#lasts;
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

	/**
	 * What a beat tells.
	 *
	 * @param search of the page's address, where the supervisor puts its name for this start of the browser
	 * @param now ms since 1970
	 */
	tell(search: string, now: number): Told {
		return {
			start: new URLSearchParams(search).get('start')?.slice(0, LONGEST_START) || this.#kept.tab,
			visits: this.visits(now),
			errors: this.faults.map(({ at, what }) => `${timeOf(at)} ${what}`.slice(0, LONGEST_TOLD))
		};
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
