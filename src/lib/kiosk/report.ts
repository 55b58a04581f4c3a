/** What the packed folder's own server says of its files (`kiosk-status`). */
export interface ServerReport {
	/** Null when the server has not compared them. */
	readonly files: {
		readonly damaged: readonly string[];
		readonly missing: readonly string[];
		readonly extra: readonly string[];
	} | null;
	/** Ms since the server was started; null when it does not tell. */
	readonly uptime: number | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Reads the server's answer; null when it is none of ours. */
export function readReport(value: unknown): ServerReport | null {
	if (!isRecord(value)) return null;
	const { manifest, uptime } = value;
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
		uptime: typeof uptime === 'number' && Number.isFinite(uptime) ? uptime : null
	};
}

/** Asks the local server; null when none answers. */
export async function askServer(url: string): Promise<ServerReport | null> {
	try {
		const response = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(20_000) });
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
