/**
 * The technician's file, `kiosk.json` beside the build. A wrong value never stops a kiosk: the default stands in
 * its place, and the health page says so in a sentence.
 */
import * as v from 'valibot';
import { enumeration } from '$lib/model/intl';
import type { UiKey } from '$lib/model/ui-keys';
import { fill, type WordsOf } from '$lib/model/words';

/** What is wrong with the file: keys of `ui.yaml`. */
type SettingsWord = Extract<UiKey, `kioskField${string}` | `kioskFile${string}`>;

/** Has the type check look at a key that is a message of valibot's, which may be any text. */
const key = (word: SettingsWord) => word;

const RANGES = {
	idleSeconds: [60, 300],
	diagonalInches: [21.5, 120],
	reachPercent: [30, 100]
} as const;

const number = (field: keyof typeof RANGES) => {
	const [least, most] = RANGES[field];
	return v.message(
		v.pipe(v.number(), v.minValue(least), v.maxValue(most)),
		key('kioskFieldNumber')
	);
};
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** The address of a folder, or undefined: the pages' names are put behind it. `pack.mjs` knows the same rule. */
function folderAddress(text: string): string | undefined {
	if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return;
	const { href, username, password } = new URL(text);
	return !username && !password && /^[^?#]*\/$/.test(href) ? href : undefined;
}

/**
 * A whole address whose host is written as every program reads it, or undefined: the supervisor lets the browser reach
 * that host and no other (`host_rules` in `kiosk-runtime`). No IPv6, no letters beyond a–z, no name and password.
 */
function heartbeatAddress(text: string): string | undefined {
	const [, host] = /^https?:\/\/([a-z0-9._-]+)(:\d+)?([/?#]|$)/i.exec(text) ?? [];
	if (!host || !URL.canParse(text)) return;
	const url = new URL(text);
	url.hash = '';
	return url.hostname === host.toLowerCase() ? url.href : undefined;
}

/** The fields of the file; each message is the key in `ui.yaml` of the sentence for a wrong value. */
const fieldsOf = (known: readonly string[]) => ({
	/** Codes in the order of the buttons; every visit starts in the first. */
	languages: v.message(
		v.pipe(
			v.array(v.picklist(known)),
			v.minLength(1),
			v.check((codes) => new Set(codes).size === codes.length)
		),
		key('kioskFieldLanguages')
	),
	/** Seconds without input until “Still reading?”. */
	idleSeconds: number('idleSeconds'),
	/** How long a visit is: `ask` lets the visitor choose. */
	tour: v.picklist(['ask', '2', '5', 'full'], key('kioskFieldTour')),
	/** Of the screen, inches. */
	diagonalInches: number('diagonalInches'),
	/** Lower part of a portrait screen that holds everything touched, percent. */
	reachPercent: number('reachPercent'),
	/** Opening hours of the room, 24-hour clock of the machine; null: always open. */
	hours: v.message(
		v.nullable(
			v.pipe(
				v.object({ from: time, to: time }),
				v.check(({ from, to }) => from !== to)
			)
		),
		key('kioskFieldHours')
	),
	/** The folder where the QR codes lead, https; null: the address the site was built for. */
	home: v.message(
		v.nullable(v.pipe(v.string(), v.transform(folderAddress), v.string())),
		key('kioskFieldHome')
	),
	/** Where a sign of life is sent every minute; null: nowhere. */
	heartbeat: v.message(
		v.nullable(v.pipe(v.string(), v.transform(heartbeatAddress), v.string())),
		key('kioskFieldHeartbeat')
	),
	/** The whole page moves by a few pixels now and then, against burn-in. */
	pixelShift: v.boolean(key('kioskFieldYesNo'))
});
type Fields = ReturnType<typeof fieldsOf>;

export type Settings = { readonly [Field in keyof Fields]: Readonly<v.InferOutput<Fields[Field]>> };
export type Hours = NonNullable<Settings['hours']>;

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

/** A sentence about the file, and what is filled into it. */
interface SettingsProblem {
	readonly word: SettingsWord;
	/** Lists are written as the language does. */
	readonly values: Readonly<Record<string, string | readonly string[]>>;
}

export interface CheckedSettings {
	readonly settings: Settings;
	readonly problems: readonly SettingsProblem[];
}

/** Characters of a value in a sentence; a whole file pasted into a field is cut. */
const MAX_SHOWN = 60;
const shown = (value: unknown): string => {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
};

/** Whether an object has a field of that name of its own. */
const isField = <Fields extends object>(fields: Fields, name: PropertyKey): name is keyof Fields =>
	Object.hasOwn(fields, name);

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
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		const found = shown(value);
		return { settings: fallback, problems: [{ word: 'kioskFileShape', values: { found } }] };
	}
	const fields = fieldsOf(known);
	const file = v.partial(v.object(fields));
	const { issues = [] } = v.safeParse(file, value);
	const wrong = new Map(issues.map(({ path, message }) => [path?.[0].key, message]));
	const problems = Object.entries(value).flatMap(([field, found]): SettingsProblem[] => {
		if (!isField(fields, field)) {
			const values = { field: field.slice(0, MAX_SHOWN), fields: Object.keys(fields) };
			return [{ word: 'kioskFieldUnknown', values }];
		}
		const word = wrong.get(field);
		if (word === undefined) return [];
		const [least = '', most = ''] = isField(RANGES, field) ? RANGES[field].map(String) : [];
		const values = {
			field,
			found: shown(found),
			fallback: shown(fallback[field]),
			known,
			least,
			most
		};
		return [{ word: word as SettingsWord, values }];
	});
	const good = Object.fromEntries(Object.entries(value).filter(([field]) => !wrong.has(field)));
	return { settings: { ...fallback, ...v.parse(file, good) }, problems };
}

/** A problem as it is read. */
export const problemSentence = ({ word, values }: SettingsProblem, words: WordsOf<SettingsWord>) =>
	fill(
		words[word],
		Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				name,
				typeof value === 'string' ? value : enumeration(words.lang).format(value)
			])
		),
		words.lang
	);

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
