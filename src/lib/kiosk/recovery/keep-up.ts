import { containerOf, keepOffline } from '$lib/offline/keep';

/** How often a newer version that has come is looked for, and how often the server is asked for one, ms. */
const LOOK_MS = 60_000;
const ASK_MS = 3_600_000;

interface Around {
	/** Address of the packed folder's own server. */
	readonly status: string;
	/** Address of the service worker. */
	readonly worker: string;
	/** Whether nobody is in front of the screen. */
	readonly isFree: () => boolean;
	/** Loads the page anew. */
	readonly afresh: () => void;
}

/**
 * On a web host the kiosk is kept in the browser, so that it goes on without a network. A newer version is taken up in
 * the attract loop alone; one that comes in the middle of a visit is remembered, and where nobody touches the screen for
 * days the server is asked every hour. The packed folder has everything on the disk: there is nothing to keep.
 *
 * @returns `renew`, to be called whenever the attract loop begins, and `stop`, which ends it all
 */
export function keepUp({ status, worker, isFree, afresh }: Around): {
	renew: () => void;
	stop: () => void;
} {
	let keeper: ReturnType<typeof keepOffline> | null = null;
	/** Another version has taken over, perhaps in the middle of a visit. */
	let changed = false;

	const take = () => {
		if (!isFree()) return;
		if (changed) afresh();
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
