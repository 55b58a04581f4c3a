import { containerOf, keepOffline } from '$lib/offline/keep';

/** Intervals for taking up a newer version that is ready, and for asking the server for one, ms. */
const LOOK_MS = 60_000;
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
 * On a web host the browser caches the kiosk, so that it works without a network. A newer version is taken up in the attract
 * loop only; one that arrives during a visit waits. A screen that stands untouched for days asks the server every hour.
 * The packed folder has everything on its disk and caches nothing.
 *
 * @returns `renew`, to be called whenever the attract loop begins, and `stop`, which ends it all
 */
export function followUpdates({ status, worker, isFree, reload }: Around): {
	renew: () => void;
	stop: () => void;
} {
	let keeper: ReturnType<typeof keepOffline> | null = null;
	/** Another version has taken over, perhaps in the middle of a visit. */
	let changed = false;

	const take = () => {
		if (!isFree()) return;
		if (changed) reload();
		else keeper?.takeOver();
	};
	const ask = () => {
		if (isFree()) keeper?.ask();
	};
	const begin = () => {
		keeper = keepOffline(worker, {
			onchanged: () => {
				changed = true;
				take();
			}
		});
	};
	fetch(status, { cache: 'no-store' }).then(
		({ ok }) => {
			if (!ok) begin();
		},
		// No network: what was kept on an earlier visit is what runs.
		() => {
			if (containerOf()?.controller) begin();
		}
	);
	const timers = [setInterval(take, LOOK_MS), setInterval(ask, ASK_MS)];
	return {
		renew: () => {
			take();
			ask();
		},
		stop: () => timers.forEach(clearInterval)
	};
}
