/**
 * Has the browser keep the site (see `src/service-worker.ts`).
 *
 * @param address of the service worker
 * @param onkept everything is there: from now on the site works without a network. Called at once when it was
 *   kept on an earlier visit, and never where there is no room, no permission or no service worker
 * @returns asks for a newer version to take over, if one has come; for a page that nobody is reading
 */
export function keepOffline(address: string, onkept: () => void): () => void {
	const workers = containerOf();
	let registration: ServiceWorkerRegistration | null = null;
	workers?.register(address).then(
		(registered) => {
			registration = registered;
			void workers.ready.then(onkept, () => {});
		},
		() => {}
	);
	// A script that should be kept did not come or does not run: everything is fetched anew.
	addEventListener('vite:preloadError', () => workers?.controller?.postMessage('heal'));
	return () => {
		if (registration?.waiting) registration.waiting.postMessage('swap');
		else void registration?.update().catch(() => {});
	};
}

/** Null where a page may have none: on a plain http address, or in a frame with an opaque origin, where asking throws. */
function containerOf(): ServiceWorkerContainer | null {
	try {
		return navigator.serviceWorker ?? null;
	} catch {
		return null;
	}
}
