/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Keeps the site in the reader's browser, so that it works without a network from the second visit on. Versions are
 * never mixed, and what is damaged is never shown: see `src/lib/offline`.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { isKept } from './lib/offline/kept';
import { Shelf } from './lib/offline/shelf';
import { sorryPage, type Sorry } from './lib/offline/sorry';

/** Put in by the build: `scripts/sorry-words.mjs`. */
declare const SORRY_WORDS: readonly Sorry[];

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
/** The page that was answered from the shelf last, and what it cannot do without. */
let opened: { client: string; parts: ReadonlySet<string> } | null = null;
/** True once such a part was lost and did not come anew: no page is answered from the shelf until it is mended. */
let broken = false;
/** Where the coarse map is lost, the fine one draws it, with more work. */
const mapFile = (name: string) =>
	build.find((path) => new RegExp(`/${name}[.][\\w-]+[.]json$`).test(path)) ?? '';
const STAND_INS = new Map([[mapFile('world'), mapFile('detail')]]);
/** A network that does not answer in this time, where something is damaged, is none, ms. */
const PATIENCE_MS = 15_000;
/** The same for the kiosk's settings, which the page itself waits 8 s for, ms. */
const SETTINGS_MS = 4000;
/** When everything on the shelf is looked at, after the first page of this worker was answered, ms. */
const LOOK_MS = 4000;
let looked = false;
/** A page that waits for another version to take over waits no longer than this, and looks so often, ms. */
const SWAP_MS = 5000;
const SWAP_LOOK_MS = 50;
/** When this worker last asked another version to take over: if it has not, its pages are read on for so long, ms. */
let handedOver = -Infinity;
const AGAIN_MS = 10_000;
/** Whatever else this worker has to do can wait: the browser lets another version take over when this one is idle. */
let makeWay: () => void;
const wayMade = new Promise<void>((resolve) => (makeWay = resolve));
/** How often, and after how long each time, a version that should take over looks whether nobody reads the old one, ms. */
const TRIES = 20;
const TRY_MS = 100;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

worker.addEventListener('install', (event) => event.waitUntil(shelf.fill()));

worker.addEventListener('activate', (event) => event.waitUntil(shelf.clearOthers()));

worker.addEventListener('message', (event) => {
	// Another version takes over only when nobody is in the middle of this one.
	if (event.data === 'swap') event.waitUntil(swap());
	if (event.data === 'heal') event.waitUntil(mendAll(true));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname, search } = new URL(request.url);
	if (origin === worker.location.origin && pathname === settings) {
		event.respondWith(lastKnown(event));
		return;
	}
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	// Hosts know a page by other addresses too; without one, this does.
	const folder = pathname.replace(/(\/index\.html|\/)?$/, '/');
	if (request.mode === 'navigate' && folder !== pathname && kept.has(folder)) {
		event.respondWith(Response.redirect(folder + search));
		return;
	}
	if (!kept.has(pathname)) return;
	// A page in a frame (the article of the preview) is a part of the page around it.
	const isPage = request.mode === 'navigate' && request.destination !== 'iframe';
	event.respondWith(isPage ? page(event, pathname) : piece(event, pathname));
});

/**
 * Loads itself once more when another version has taken over. The browser lets it only when this one is idle, so a page
 * that asked again and again would hinder it. (A `refresh` header does nothing where the address has a fragment.)
 */
const TAKING_OVER = `<!doctype html><script>
	(async function look() {
		const here = await navigator.serviceWorker.getRegistration();
		if (here && here.waiting && performance.now() < ${SWAP_MS}) setTimeout(look, ${SWAP_LOOK_MS});
		else location.reload();
	})();
</script>`;

async function page(event: FetchEvent, path: string): Promise<Response> {
	if (
		worker.registration.waiting &&
		performance.now() - handedOver > AGAIN_MS &&
		(await isAlone())
	) {
		handedOver = performance.now();
		makeWay();
		worker.registration.waiting.postMessage('swap');
		return new Response(TAKING_OVER, { headers: { 'content-type': 'text/html' } });
	}
	const [whole, taken] = await Promise.all([shelf.isWhole(), shelf.takePage(path)]);
	if (whole && !broken && taken) {
		opened = { client: event.resultingClientId, parts: taken.parts };
		if (!looked) event.waitUntil(look());
		return taken.page;
	}
	fromNetwork.add(event.resultingClientId);
	event.waitUntil(mendAll());
	const fresh = await fetchPage(event.request);
	if (fresh) return fresh;
	fromNetwork.delete(event.resultingClientId);
	// A story can be read without its scripts; a screen without them is dead.
	if (taken && !(broken && path.includes('/kiosk/'))) {
		opened = broken ? null : { client: event.resultingClientId, parts: taken.parts };
		return taken.page;
	}
	return new Response(sorryPage(SORRY_WORDS, path), {
		status: 503,
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});
}

/** What comes in time; undefined for what fails or hangs. */
async function inTime<T>(coming: Promise<T>, ms = PATIENCE_MS): Promise<T | undefined> {
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, ms));
	return Promise.race([coming.catch(() => undefined), late]);
}

/** The page as the network has it; undefined where there is none, or none that answers as it should. */
async function fetchPage(request: Request): Promise<Response | undefined> {
	const answer = await inTime(fetch(request));
	return answer && answer.status < 400 ? answer : undefined;
}

async function piece(event: FetchEvent, path: string): Promise<Response> {
	const named = path.includes('/immutable/');
	const foreign = fromNetwork.has(event.clientId);
	// A worker that was put to sleep has forgotten who came from the network; what is named by its content fits any page.
	if (!foreign && (named || (await shelf.isWhole()))) {
		const answer = (await shelf.take(path)) ?? (await inTime(shelf.mend(path)));
		if (answer) return answer;
		// The server has another version, or there is none: its file is not for this page.
		if (!named) return Response.error();
	}
	const vital = opened?.client === event.clientId && opened.parts.has(path);
	const coming = fetch(event.request);
	const fresh = await (vital ? inTime(coming) : coming.catch(() => undefined));
	if (fresh?.ok) return fresh;
	// What is named by its content is never another version's.
	const spares = named ? [path, STAND_INS.get(path)] : foreign ? [] : [path];
	for (const spare of spares) {
		const answer = spare && (await shelf.take(spare));
		if (answer) return answer;
	}
	if (vital) event.waitUntil(openAnew());
	return fresh ?? Response.error();
}

/** A page that was answered lacks a part that it cannot do without: it is loaded again, from wherever it comes. */
async function openAnew(): Promise<void> {
	if (!opened) return;
	const client = await worker.clients.get(opened.client);
	opened = null;
	broken = true;
	if (client && 'navigate' in client)
		await (client as WindowClient).navigate(client.url).catch(() => {});
}

/** Fetches what is missing or damaged, or everything; what cannot be had now is asked for at the next page. */
async function mendAll(anew = false): Promise<void> {
	try {
		await shelf.fill(anew);
		broken = false;
	} catch {
		// No network, no room, or another version by now.
	}
}

/** Once in a worker's life everything is looked at, also what no page asks for, and mended if there is a network. */
async function look(): Promise<void> {
	looked = true;
	await Promise.race([pause(LOOK_MS), wayMade]);
	// A version that is about to go is not mended.
	if (handedOver === -Infinity) await mendAll();
}

/** The settings as the network has them, if it has any in time; else as they were last. */
async function lastKnown(event: FetchEvent): Promise<Response> {
	const open = () => worker.caches.open('settings-of-telegram-1856');
	const coming = fetch(event.request);
	const answer = await inTime(coming, SETTINGS_MS);
	// A network that wants a login answers everything with a page of its own.
	if (answer?.ok && answer.headers.get('content-type')?.includes('json')) {
		const copy = answer.clone();
		// A full disk keeps nothing, and takes nothing away.
		event.waitUntil(
			open()
				.then((cache) => cache.put(settings, copy))
				.catch(() => {})
		);
		return answer;
	}
	const before = await open()
		.then((cache) => cache.match(settings))
		.catch(() => undefined);
	return before ?? answer ?? coming;
}

const isAlone = async () =>
	(await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).length < 2;

/** A page that is just going away still counts as a reader. */
async function swap(): Promise<void> {
	for (let i = 0; i < TRIES; i += 1) {
		if (await isAlone()) return worker.skipWaiting();
		await pause(TRY_MS);
	}
}
