import { isImmutable, type VersionedCache } from './versioned-cache';

/** A network that does not answer in this time counts as none: pages, and the kiosk's settings (it waits 8 s for them), ms. */
const PAGE_TIMEOUT_MS = 15_000;
const SETTINGS_TIMEOUT_MS = 4000;

interface Site {
	/** Folder of the site on its host, with a slash before it; empty at the root. */
	readonly base: string;
	readonly origin: string;
	/** The precache list: addresses from the origin's root. */
	readonly paths: readonly string[];
	readonly cache: Pick<VersionedCache, 'fill' | 'isWhole' | 'match'>;
	/** Opens the cache of the kiosk's settings, which belong to no version. */
	readonly openSettings: () => Promise<Cache>;
	readonly get: typeof fetch;
	/** HTML that stands in for a page that cannot be had. */
	readonly fallback: (path: string) => string;
}

/** Is told of work that goes on after the answer. */
type Wait = (work: Promise<unknown>) => void;

/** What arrives in time; undefined for what fails or takes longer. */
function inTime<T>(coming: Promise<T>, ms: number): Promise<T | undefined> {
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, ms));
	return Promise.race([coming.catch(() => undefined), late]);
}

/**
 * Decides what the service worker answers: a page from the cache, and from the network where the cache has a gap; the
 * parts of a page by their names, which no two versions share.
 *
 * @returns a function that answers a request; null leaves it to the browser
 */
export function responder({ base, origin, paths, cache, openSettings, get, fallback }: Site) {
	const precached = new Set(paths);

	async function page(request: Request, path: string, wait: Wait): Promise<Response> {
		const stored = (await cache.isWhole()) && (await cache.match(path));
		if (stored) return stored;
		// Rejects without a network or room, and where the server has another version, which the browser installs.
		wait(cache.fill().catch(() => {}));
		const fresh = await inTime(get(request), PAGE_TIMEOUT_MS);
		if (fresh && fresh.status < 400) return fresh;
		// The story can be read without its scripts; the kiosk without them is dead.
		const rest = path.includes('/kiosk/') ? undefined : await cache.match(path);
		const headers = { 'content-type': 'text/html; charset=utf-8', 'x-telegram-1856': 'fallback' };
		return rest ?? new Response(fallback(path), { status: 503, headers });
	}

	/** From the network if they arrive in time, otherwise as they were stored last. */
	async function settings(request: Request, wait: Wait): Promise<Response> {
		const coming = get(request);
		const fresh = await inTime(coming, SETTINGS_TIMEOUT_MS);
		// A network that asks for a login answers everything with a page of its own.
		if (fresh?.ok && fresh.headers.get('content-type')?.includes('json')) {
			const copy = fresh.clone();
			wait(
				openSettings()
					.then((store) => store.put(request.url, copy))
					.catch(() => {})
			);
			return fresh;
		}
		const stored = await openSettings()
			.then((store) => store.match(request.url))
			.catch(() => {});
		return stored ?? fresh ?? coming;
	}

	return (request: Request, wait: Wait): Promise<Response> | null => {
		const url = new URL(request.url);
		const path = url.pathname;
		if (request.method !== 'GET' || url.origin !== origin) return null;
		if (path === `${base}/kiosk.json`) return settings(request, wait);
		if (request.mode === 'navigate') {
			// Hosts know a page by other addresses too.
			const folder = path.replace(/(\/index\.html|\/)?$/, '/');
			if (!precached.has(folder)) return null;
			if (folder === path) return page(request, path, wait);
			return Promise.resolve(Response.redirect(origin + folder + url.search));
		}
		if (!precached.has(path) && !isImmutable(path)) return null;
		return cache.match(path).then((stored) => stored ?? get(request));
	};
}
