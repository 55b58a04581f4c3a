/**
 * The technician's file, `kiosk.json` beside the build. A wrong value never stops a kiosk: the default stands in
 * its place, and the health page says so in a sentence.
 */

/** Opening hours of the room, 24-hour clock of the machine. */
export interface Hours {
	readonly from: string;
	readonly to: string;
}

/** How long a visit is: `ask` lets the visitor choose. */
type TourSetting = 'ask' | '2' | '5' | 'full';

export interface Settings {
	/** Codes in the order of the buttons; every visit starts in the first. */
	readonly languages: readonly string[];
	/** Seconds without input until “Still reading?”. */
	readonly idleSeconds: number;
	readonly tour: TourSetting;
	/** Of the screen, inches. */
	readonly diagonalInches: number;
	/** Lower part of a portrait screen that holds everything touched, percent. */
	readonly reachPercent: number;
	/** Null: always open. */
	readonly hours: Hours | null;
	/** The folder where the QR codes lead, https; null: the address the site was built for. */
	readonly home: string | null;
	/** Where a sign of life is sent every minute; null: nowhere. */
	readonly heartbeat: string | null;
	/** The whole page moves by a few pixels now and then, against burn-in. */
	readonly pixelShift: boolean;
}

export const DEFAULTS: Settings = {
	languages: ['en'],
	idleSeconds: 120,
	tour: 'ask',
	diagonalInches: 32,
	reachPercent: 45,
	hours: null,
	home: null,
	heartbeat: null,
	pixelShift: true
};

/** What is wrong with the file: a key of `ui.yaml`, and what is filled into its sentence. */
interface SettingsProblem {
	readonly word: string;
	readonly values: Readonly<Record<string, string>>;
}

export interface CheckedSettings {
	readonly settings: Settings;
	readonly problems: readonly SettingsProblem[];
}

const RANGES = {
	idleSeconds: [60, 300],
	diagonalInches: [21.5, 120],
	reachPercent: [30, 100]
} as const;
const TOURS: readonly unknown[] = ['ask', '2', '5', 'full'];
/** What a value looks like in a sentence; a whole file pasted into a field is cut. */
const LONGEST = 60;

const shown = (value: unknown): string => {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isTime = (value: unknown): value is string =>
	typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/**
 * The address of the folder the site lives in, or undefined: the pages' names are put behind it. `pack.mjs` knows the
 * same rule.
 */
function folderOf(value: unknown): string | undefined {
	if (typeof value !== 'string' || !/^https:\/\//i.test(value) || !URL.canParse(value)) return;
	const { href, username, password } = new URL(value);
	return !username && !password && /^[^?#]*\/$/.test(href) ? href : undefined;
}

/**
 * A whole address whose host is written as every program reads it, or undefined: the supervisor lets the browser reach
 * that host and no other (`hostRules` in `supervise.mjs`). No IPv6, no letters beyond a–z, no name and password.
 */
function signOf(value: unknown): string | undefined {
	const host =
		typeof value === 'string' && /^https?:\/\/([a-z0-9._-]+)(:\d+)?([/?#]|$)/i.exec(value)?.[1];
	if (!host || !URL.canParse(value)) return;
	const url = new URL(value);
	url.hash = '';
	return url.hostname === host.toLowerCase() ? url.href : undefined;
}

/**
 * Whether an address leads to the very machine that reads it: a visitor's phone would find nothing there.
 *
 * @param address a whole one
 */
export function isHere(address: string): boolean {
	if (!URL.canParse(address)) return true;
	return /^(127\..*|0\.0\.0\.0|\[::1?\]|(.*\.)?localhost\.?)$/.test(new URL(address).hostname);
}

/**
 * Checks what the file holds.
 *
 * @param value the file, parsed
 * @param known languages that were built
 */
export function checkSettings(value: unknown, known: readonly string[]): CheckedSettings {
	const fallback: Settings = { ...DEFAULTS, languages: known.slice(0, 1) };
	if (!isRecord(value)) {
		return {
			settings: fallback,
			problems: [{ word: 'kioskFileShape', values: { found: shown(value) } }]
		};
	}
	const problems: SettingsProblem[] = [];
	const fields = Object.keys(DEFAULTS);
	for (const field of Object.keys(value)) {
		if (!fields.includes(field)) {
			problems.push({
				word: 'kioskFieldUnknown',
				values: { field: field.slice(0, LONGEST), fields: fields.join(', ') }
			});
		}
	}

	/** The checked field, or its default and a problem; `check` answers undefined for what is wrong. */
	const take = <K extends keyof Settings>(
		field: K,
		check: (found: unknown) => Settings[K] | undefined,
		word: string,
		values: Record<string, string> = {}
	): Settings[K] => {
		const found = value[field];
		if (found === undefined) return fallback[field];
		const good = check(found);
		if (good !== undefined) return good;
		problems.push({
			word,
			values: { field, found: shown(found), fallback: shown(fallback[field]), ...values }
		});
		return fallback[field];
	};
	const number = (field: keyof typeof RANGES) => {
		const [least, most] = RANGES[field];
		return take(
			field,
			(found) => (typeof found === 'number' && found >= least && found <= most ? found : undefined),
			'kioskFieldNumber',
			{ least: String(least), most: String(most) }
		);
	};

	const settings: Settings = {
		languages: take(
			'languages',
			(found) =>
				Array.isArray(found) &&
				found.length > 0 &&
				new Set(found).size === found.length &&
				found.every((code) => known.includes(code))
					? (found as string[])
					: undefined,
			'kioskFieldLanguages',
			{ known: known.join(', ') }
		),
		idleSeconds: number('idleSeconds'),
		tour: take(
			'tour',
			(found) => (TOURS.includes(found) ? (found as TourSetting) : undefined),
			'kioskFieldTour'
		),
		diagonalInches: number('diagonalInches'),
		reachPercent: number('reachPercent'),
		hours: take(
			'hours',
			(found) =>
				found === null ||
				(isRecord(found) && isTime(found.from) && isTime(found.to) && found.from !== found.to)
					? (found as Hours | null)
					: undefined,
			'kioskFieldHours'
		),
		home: take('home', (found) => (found === null ? null : folderOf(found)), 'kioskFieldHome'),
		heartbeat: take(
			'heartbeat',
			(found) => (found === null ? null : signOf(found)),
			'kioskFieldHeartbeat'
		),
		pixelShift: take(
			'pixelShift',
			(found) => (typeof found === 'boolean' ? found : undefined),
			'kioskFieldYesNo'
		)
	};
	return { settings, problems };
}

/** How long the file may take, ms. */
const TIMEOUT_MS = 8000;

/**
 * Fetches and checks the file. Never throws: without a file the defaults stand, and a problem says why.
 *
 * @param url address of `kiosk.json`
 * @param known languages that were built
 */
export async function loadSettings(
	url: string,
	known: readonly string[],
	get: typeof fetch = fetch
): Promise<CheckedSettings> {
	try {
		const response = await get(url, {
			cache: 'no-store',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		if (!response.ok) throw new Error(String(response.status));
		return checkSettings(await response.json(), known);
	} catch (error) {
		return {
			settings: { ...DEFAULTS, languages: known.slice(0, 1) },
			problems: [
				{
					word: 'kioskFileUnread',
					values: { why: (error instanceof Error ? error.message : String(error)).slice(0, 160) }
				}
			]
		};
	}
}

/** What a technician may try in the address, clamped: `?diag=55&idle=60&reach=40`. */
export function withQuery(settings: Settings, search: string): Settings {
	const query = new URLSearchParams(search);
	const pick = (name: string, field: keyof typeof RANGES): number => {
		const given = query.get(name);
		const value = Number(given);
		if (given === null || given.trim() === '' || !Number.isFinite(value)) return settings[field];
		const [least, most] = RANGES[field];
		return Math.min(most, Math.max(least, value));
	};
	return {
		...settings,
		diagonalInches: pick('diag', 'diagonalInches'),
		idleSeconds: pick('idle', 'idleSeconds'),
		reachPercent: pick('reach', 'reachPercent')
	};
}
