/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/** Keeps the site in the reader's browser, so that it works without a network from the second visit on. */
import { base, build, files, prerendered, version } from '$service-worker';
import { fallbackPage, type FallbackWords } from './lib/offline/fallback-page';
import { isPrecached } from './lib/offline/precache';
import { responder } from './lib/offline/respond';
import { versionedCache } from './lib/offline/versioned-cache';

/** Defined by the build: `scripts/fallback-words.mjs`. */
declare const FALLBACK_WORDS: readonly FallbackWords[];

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const paths = [...new Set([...build, ...files, ...prerendered])].filter((path) =>
	isPrecached(path.slice(base.length))
);
const get: typeof fetch = (...request) => fetch(...request);
const versionPath = `${base}/_app/version.json`;
const cache = versionedCache(worker.caches, { base, version, paths, versionPath }, get);
const respond = responder({
	base,
	origin: worker.location.origin,
	paths,
	cache,
	openSettings: () => worker.caches.open('settings-of-telegram-1856'),
	get,
	fallback: (path) => fallbackPage(FALLBACK_WORDS, path)
});

// A new version takes over as soon as it is whole. Open pages stay what they are: their parts are in the version before.
worker.addEventListener('install', (event) =>
	event.waitUntil(cache.fill().then(() => worker.skipWaiting()))
);
worker.addEventListener('activate', (event) => event.waitUntil(cache.deleteOlder()));
worker.addEventListener('fetch', (event) => {
	const answer = respond(event.request, (work) => event.waitUntil(work));
	if (answer) event.respondWith(answer);
});
