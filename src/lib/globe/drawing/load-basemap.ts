import { decodeBasemap, type Basemap } from './basemap';

declare global {
	interface Window {
		/** What the page's head has asked for (`PreloadMap.svelte`); taken once. */
		mapAnswer?: Promise<Response> | undefined;
	}
}

/** An answer that takes longer than this is none. */
const PATIENCE_MS = 30_000;

/**
 * Fetches one map file.
 *
 * @param url address of the file
 * @throws Error with a sentence when it cannot be fetched or used
 */
export async function loadBasemap(url: string): Promise<Basemap> {
	const signal = AbortSignal.timeout(PATIENCE_MS);
	const response = (await asked(url, signal)) ?? (await fetch(url, { signal }));
	if (!response.ok) {
		throw new Error(
			`The map data did not come (${response.status}); reload, or put the map files back.`
		);
	}
	return decodeBasemap(await response.json());
}

/** The answer that the page's head asked for, if it is of this file and comes; undefined otherwise. */
async function asked(url: string, signal: AbortSignal): Promise<Response | undefined> {
	const { mapAnswer } = window;
	if (!mapAnswer) return undefined;
	const late = new Promise<undefined>((resolve) =>
		signal.addEventListener('abort', () => resolve(undefined), { once: true })
	);
	const answer = await Promise.race([mapAnswer.catch(() => undefined), late]);
	if (answer?.url !== new URL(url, location.href).href) return undefined;
	window.mapAnswer = undefined;
	return answer;
}
