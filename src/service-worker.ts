/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Keeps the site in the reader's browser, so that it works without a network from the second visit on. Versions are
 * never mixed: see `src/lib/offline`.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { isKept } from './lib/offline/kept';
import { Shelf } from './lib/offline/shelf';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const paths = [...build, ...files, ...prerendered].filter((path) =>
	isKept(path.slice(base.length))
);
const kept = new Set(paths);
const shelf = new Shelf(
	worker.caches,
	{ base, version, paths, versionPath: `${base}/_app/version.json` },
	(...request) => fetch(...request)
);
/** The kiosk's settings may change at any time: they come from the network, and without one as they were last. */
const settings = `${base}/kiosk.json`;
/** Pages that came from the network, because the shelf had a gap: their parts come from there as well. */
const fromNetwork = new Set<string>();

worker.addEventListener('install', (event) => event.waitUntil(shelf.fill()));

worker.addEventListener('activate', (event) => event.waitUntil(shelf.clearOthers()));

worker.addEventListener('message', (event) => {
	// Another version takes over only when nobody is in the middle of this one.
	if (event.data === 'swap') event.waitUntil(swap());
	if (event.data === 'heal') event.waitUntil(shelf.fill(true));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (origin === worker.location.origin && pathname === settings) {
		event.respondWith(lastKnown(request));
		return;
	}
	if (request.method !== 'GET' || origin !== worker.location.origin || !kept.has(pathname)) return;
	event.respondWith(request.mode === 'navigate' ? page(event, pathname) : piece(event, pathname));
});

async function page(event: FetchEvent, path: string): Promise<Response> {
	if (worker.registration.waiting && (await isAlone())) {
		worker.registration.waiting.postMessage('swap');
		// Once more, from the new version. (A `refresh` header does nothing where the address has a fragment.)
		return new Response('<!doctype html><script>location.reload()</script>', {
			headers: { 'content-type': 'text/html' }
		});
	}
	const whole = await shelf.isWhole();
	const answer = whole ? await shelf.take(path) : undefined;
	if (answer) return answer;
	fromNetwork.add(event.resultingClientId);
	if (!whole) event.waitUntil(shelf.fill().catch(() => {}));
	return fetch(event.request);
}

async function piece(event: FetchEvent, path: string): Promise<Response> {
	// A worker that was put to sleep has forgotten who came from the network; what is named by its content fits any page.
	const fits =
		!fromNetwork.has(event.clientId) && (path.includes('/immutable/') || (await shelf.isWhole()));
	return (fits ? await shelf.take(path) : undefined) ?? fetch(event.request);
}

async function lastKnown(request: Request): Promise<Response> {
	const cache = await worker.caches.open('settings-of-telegram-1856');
	try {
		const answer = await fetch(request);
		if (answer.ok) await cache.put(settings, answer.clone());
		return answer;
	} catch (error) {
		const before = await cache.match(settings);
		if (before) return before;
		throw error;
	}
}

const isAlone = async () =>
	(await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).length < 2;

async function swap(): Promise<void> {
	if (await isAlone()) await worker.skipWaiting();
}
