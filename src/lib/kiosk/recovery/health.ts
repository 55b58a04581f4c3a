import type { Size } from '$lib/globe/camera/geometry';
import { enumeration } from '$lib/model/intl';
import { localeOf } from '$lib/model/languages';
import { wordKey } from '$lib/model/word-keys';
import { formatMessage } from '$lib/model/words';
import { readTold, type Told } from './journal';
import { hoursAndMinutes, type ServerReport } from './report';
import { isHere, problemSentence, type CheckedSettings } from '../settings/settings';
import type { KioskSizes } from '../visit/size';
import type { HealthWords } from './words';

/** What the health page knows by now; null where an answer is outstanding or was not given. */
export interface Findings {
	/** Number in `package.json`, and the build's own name. */
	readonly build: { readonly version: string; readonly built: string };
	/** Null: no local server answers. */
	readonly server: ServerReport | null | 'asking';
	readonly checked: CheckedSettings | null;
	/** Where the codes lead when `kiosk.json` does not say. */
	readonly site: string;
	readonly fonts: { readonly all: number; readonly missing: readonly string[] } | null;
	/** The whole screen, CSS px, and what follows from it. */
	readonly screen: (Size & { readonly sizes: KioskSizes }) | null;
	/** Ms since the page was loaded. */
	readonly up: number;
	/** Bytes. */
	readonly heap: number | null;
	/** What this tab remembers, and whether it remembers anything over a reload. */
	readonly told: Told | null;
	readonly lasts: boolean;
	/** Ms since 1970. */
	readonly now: number | null;
}

/** Ids of the lines of the health page; each has its name in `ui.yaml` under `kioskHealth…`. */
export const LINES = [
	'version',
	'files',
	'settings',
	'home',
	'fonts',
	'screen',
	'up',
	'memory',
	'visits',
	'clock',
	'last',
	'errors'
] as const;

type LineId = (typeof LINES)[number];

interface HealthLine {
	readonly id: LineId;
	readonly name: string;
	/** Nothing as long as it is not known. */
	readonly texts: readonly string[];
	/** Something has to be done. */
	readonly bad: boolean;
	/** Settings as they are in force. */
	readonly fields?: readonly (readonly [name: string, value: string])[];
}

/**
 * The lines of the health page, in their order.
 *
 * @param timeOf day and time in words, of ms since 1970
 */
export function healthLines(
	words: HealthWords,
	found: Findings,
	timeOf: (ms: number) => string
): HealthLine[] {
	const list = enumeration(words.lang);
	const decimals = (value: number, digits: number) =>
		value.toLocaleString(localeOf(words.lang), {
			minimumFractionDigits: digits,
			maximumFractionDigits: digits
		});
	const { build, server, checked, fonts, screen, heap, told, now } = found;
	const report = server === 'asking' ? null : server;
	const home = checked?.settings.home ?? found.site;

	function files(): string {
		if (server === 'asking') return words.kioskHealthFilesAsking;
		if (!server) return words.kioskHealthFilesUnknown;
		if (!server.files)
			return formatMessage(words, 'kioskHealthFilesUnchecked', {
				why: server.why ?? words.kioskHealthFilesNoReason
			});
		if (areWhole(server)) return words.kioskHealthFilesGood;
		const { damaged, missing, extra } = server.files;
		const named = (names: readonly string[]) => list.format(names) || words.kioskHealthNone;
		return formatMessage(words, 'kioskHealthFilesBad', {
			damaged: named(damaged),
			missing: named(missing),
			extra: named(extra)
		});
	}

	function running(): string {
		const lasted = (ms: number) => formatMessage(words, 'kioskHealthMinutes', hoursAndMinutes(ms));
		const page = lasted(found.up);
		return report?.uptime != null
			? formatMessage(words, 'kioskHealthUpText', { page, server: lasted(report.uptime) })
			: formatMessage(words, 'kioskHealthUpPage', { page });
	}

	function last(): string {
		if (server === 'asking') return '';
		if (!server?.supervisor) return words.kioskHealthLastUnknown;
		const { failures: n, last } = server.supervisor;
		if (!last) return words.kioskHealthLastNever;
		const at = last.at === null ? '–' : timeOf(last.at);
		return formatMessage(words, 'kioskHealthLastText', { at, why: last.why, n });
	}

	/** The server remembers what the browser forgot when it was started again. */
	function visits(): string {
		if (report?.visits != null) return String(report.visits);
		return found.lasts ? String(told?.visits ?? '') : words.kioskHealthVisitsUnknown;
	}

	/** The settings in force; what is wrong with the file stands in the place of “in order”. */
	function settings(): HealthLine {
		if (!checked) return line('settings', null);
		const { settings, problems } = checked;
		const bad = problems.length > 0;
		return {
			...line('settings', words.kioskHealthSettingsGood, bad),
			...(bad && { texts: problems.map((problem) => problemSentence(problem, words)) }),
			fields: Object.entries(settings).map(([name, value]) => [name, JSON.stringify(value)])
		};
	}

	const errors = (report?.errors ?? told?.errors ?? []).map(readTold);
	const line = (id: LineId, text: string | null, bad = false): HealthLine => ({
		id,
		name: words[wordKey('kioskHealth', id)],
		texts: text ? [text] : [],
		bad
	});
	return [
		line('version', formatMessage(words, 'kioskHealthBuild', build)),
		line('files', files(), report !== null && !areWhole(report)),
		settings(),
		line(
			'home',
			checked &&
				formatMessage(words, isHere(home) ? 'kioskHealthHomeBad' : 'kioskHealthHomeGood', {
					address: home
				}),
			checked !== null && isHere(home)
		),
		line(
			'fonts',
			fonts &&
				(fonts.missing.length === 0
					? formatMessage(words, 'kioskHealthFontsGood', { n: fonts.all })
					: formatMessage(words, 'kioskHealthFontsBad', {
							names: list.format(fonts.missing)
						})),
			fonts !== null && fonts.missing.length > 0
		),
		line(
			'screen',
			screen &&
				checked &&
				formatMessage(words, 'kioskHealthScreenText', {
					// As CSS writes pixels: without separators.
					width: String(screen.width),
					height: String(screen.height),
					inches: checked.settings.diagonalInches,
					px: decimals(screen.sizes.pxPerMm, 2),
					mm: Math.round(screen.sizes.target / screen.sizes.pxPerMm)
				})
		),
		line('up', running()),
		line(
			'memory',
			heap === null
				? words.kioskHealthMemoryUnknown
				: formatMessage(words, 'kioskHealthMemoryText', { n: decimals(heap / 1e6, 1) })
		),
		line('visits', visits()),
		line('clock', now === null ? null : timeOf(now)),
		line('last', last(), (report?.supervisor?.failures ?? 0) > 0),
		{
			...line('errors', null, errors.length > 0),
			texts:
				errors.length > 0
					? errors.map(({ at, what }) =>
							at === null
								? what
								: formatMessage(words, 'kioskHealthError', { at: timeOf(at), what })
						)
					: [words.kioskHealthNoErrors]
		}
	];
}

/** Whether every file was compared and is as it was packed. */
const areWhole = ({ files }: ServerReport): boolean =>
	files !== null && Object.values(files).every((names) => names.length === 0);
