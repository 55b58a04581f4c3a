import { decodeBasemap, type Basemap } from './basemap';

/** An answer that takes longer than this is none. */
const PATIENCE_MS = 30_000;

/**
 * Fetches one map file.
 *
 * @param url address of the file
 * @throws Error with a sentence when it cannot be fetched or used
 */
export async function loadBasemap(url: string): Promise<Basemap> {
	const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
	if (!response.ok) {
		throw new Error(
			`The map data did not come (${response.status}); reload, or put the map files back.`
		);
	}
	return decodeBasemap(await response.json());
}
