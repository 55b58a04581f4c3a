import { registerWorker, workerContainer } from '$lib/offline/register';

/** How often a reload for a newer version is tried, and how often the server is asked for one, ms. */
const RETRY_MS = 60_000;
const ASK_MS = 3_600_000;

interface Around {
	/** Address of the packed folder's own server. */
	readonly status: string;
	/** Address of the service worker. */
	readonly worker: string;
	/** Whether no visit is going on and nothing touches the screen. */
	readonly isFree: () => boolean;
	/** Reloads the page. */
	readonly reload: () => void;
}

/**
 * Caches the kiosk of a web host in the browser, so that it goes on without a network. The page is reloaded for a newer
 * version in the attract loop only; one that comes during a visit is remembered. A screen that is not touched for days asks
 * the server every hour. The packed folder has everything on the disk and needs no cache.
 *
 * @returns `renew`, to be called whenever the attract loop begins, and `stop`, which ends it all
 */
export function followUpdates({ status, worker, isFree, reload }: Around): {
	renew: () => void;
	stop: () => void;
} {
	const workers = workerContainer();
	const end = new AbortController();
	let update: (() => void) | null = null;
	/** A newer version has taken over, perhaps in the middle of a visit: the next page comes from it. */
	let updated = false;

	const take = () => {
		if (updated && isFree()) reload();
	};
	const ask = () => {
		if (isFree()) update?.();
	};
	const begin = () => (update = registerWorker(worker));

	workers?.addEventListener(
		'controllerchange',
		() => {
			updated = true;
			take();
		},
		end
	);
	fetch(status, { cache: 'no-store' }).then(
		({ ok }) => {
			if (!ok) begin();
		},
		// No network: the page came from the cache.
		() => {
			if (workers?.controller) begin();
		}
	);
	const timers = [setInterval(take, RETRY_MS), setInterval(ask, ASK_MS)];
	return {
		renew: () => {
			take();
			ask();
		},
		stop: () => {
			timers.forEach(clearInterval);
			end.abort();
		}
	};
}
