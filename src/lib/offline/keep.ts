interface Told {
	/**
	 * Everything is there: from now on the site works without a network. Called at once when it was kept on an earlier
	 * visit, and never where there is no room, no permission or no service worker.
	 */
	readonly onkept?: () => void;
	/** Another version has taken over: this page is the last of the old one. */
	readonly onchanged?: () => void;
}

/** What a page that nobody is reading may do about a newer version. */
interface Keeper {
	/** Asks the server for one. */
	readonly ask: () => void;
	/** Lets one that has come take over. */
	readonly takeOver: () => void;
}

/**
 * Has the browser keep the site (see `src/service-worker.ts`).
 *
 * @param address of the service worker
 */
export function keepOffline(address: string, { onkept, onchanged }: Told = {}): Keeper {
	const workers = containerOf();
	let registration: ServiceWorkerRegistration | null = null;
	workers?.register(address).then(
		(registered) => {
			registration = registered;
			void workers.ready.then(onkept, () => {});
		},
		() => {}
	);
	// The first worker of all takes over from nobody.
	if (onchanged && workers?.controller) workers.addEventListener('controllerchange', onchanged);
	// A script that should be kept did not come or does not run: everything is fetched anew.
	addEventListener('vite:preloadError', () => workers?.controller?.postMessage('heal'));
	return {
		ask: () => void registration?.update().catch(() => {}),
		takeOver: () => registration?.waiting?.postMessage('swap')
	};
}

/** Null where a page may have none: on a plain http address, or in a frame with an opaque origin, where asking throws. */
export function containerOf(): ServiceWorkerContainer | null {
	try {
		return navigator.serviceWorker ?? null;
	} catch {
		return null;
	}
}
