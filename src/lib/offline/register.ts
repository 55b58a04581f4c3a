/**
 * Registers the service worker (`src/service-worker.ts`).
 *
 * @param address of the service worker
 * @param oncached called when the whole site is cached: from now on it works without a network. At once on later visits,
 *   and never where there is no room, no permission or no service worker
 * @returns a function that asks the server for a new version
 */
export function registerWorker(address: string, oncached?: () => void): () => void {
	const workers = workerContainer();
	const registered = workers?.register(address);
	registered?.then(() => workers?.ready).then(oncached, () => {});
	return () => void registered?.then((registration) => registration.update()).catch(() => {});
}

/** Null where a page may have none: on a plain http address, or in a frame with an opaque origin, where asking throws. */
export function workerContainer(): ServiceWorkerContainer | null {
	try {
		return navigator.serviceWorker ?? null;
	} catch {
		return null;
	}
}
