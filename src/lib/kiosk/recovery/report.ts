/** What the packed folder's own server says (`kiosk-status`). */
export interface ServerReport {
	/** Null when the server could not compare them. */
	readonly files: {
		readonly damaged: readonly string[];
		readonly missing: readonly string[];
		readonly extra: readonly string[];
	} | null;
	/** Why the files could not be compared, a sentence; null when it does not tell. */
	readonly why: string | null;
	/** Ms since the server was started; null when it does not tell. */
	readonly uptime: number | null;
	/** Today, over all starts of the browser; null when it does not tell. */
	readonly visits: number | null;
	/** The last errors of all starts, as `Journal.tell` writes them; null when it does not tell. */
	readonly errors: readonly string[] | null;
	/** Null when nothing outside the page watches it. */
	readonly supervisor: {
		/** Times the browser failed within ten minutes. */
		readonly failures: number;
		/** The last time the browser had to be started again, ms since 1970 or null, and why; null: never. */
		readonly last: { readonly at: number | null; readonly why: string } | null;
	} | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const numberOf = (value: unknown): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;

/** Reads the server's answer; null when it is none of ours. */
export function readReport(value: unknown): ServerReport | null {
	if (!isRecord(value)) return null;
	const { manifest, uptime, message, visits, errors, supervisor } = value;
	if (!isRecord(manifest) && typeof uptime !== 'number') return null;
	const lists = isRecord(manifest)
		? {
				damaged: names(manifest.damaged),
				missing: names(manifest.missing),
				extra: names(manifest.extra)
			}
		: null;
	// “Not in order” without a name is not in order all the same.
	const bad = isRecord(manifest) && manifest.ok !== true;
	const named = lists && Object.values(lists).some((list) => list.length > 0);
	return {
		files: lists && bad && !named ? { ...lists, damaged: ['?'] } : lists,
		why: typeof message === 'string' ? message : null,
		uptime: numberOf(uptime),
		visits: numberOf(visits),
		errors: Array.isArray(errors) ? errors.map(String) : null,
		supervisor: isRecord(supervisor)
			? { failures: numberOf(supervisor.failures) ?? 0, last: lastFailure(supervisor) }
			: null
	};
}

function lastFailure({ lastFailure, lastFailureAt }: Record<string, unknown>) {
	if (typeof lastFailure !== 'string') return null;
	return { at: numberOf(Date.parse(String(lastFailureAt))), why: lastFailure };
}

/** How long the server may take to compare all files on a slow disk, ms. */
const TIMEOUT_MS = 60_000;

/**
 * Asks the local server what it knows; null when none answers.
 *
 * @param url address of `kiosk-status`; with `?verify=1` the server compares all files first
 */
export async function askServer(url: string): Promise<ServerReport | null> {
	try {
		const response = await fetch(url, {
			cache: 'no-store',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		return response.ok ? readReport(await response.json()) : null;
	} catch {
		return null;
	}
}

/** Hours and whole minutes of a time in ms. */
export const hoursAndMinutes = (ms: number) => ({
	h: Math.floor(ms / 3_600_000),
	m: Math.floor(ms / 60_000) % 60
});
