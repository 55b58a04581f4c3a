import { anyway } from '../recovery/afresh';
import { listenForFaults, live, type Life } from '../recovery/life';
import { Mending } from '../recovery/mending';

/** How often time passes for the kiosk, ms. */
const TICK_MS = 250;

interface Ways extends Pick<Life, 'beat' | 'beatUrl' | 'heartbeat'> {
	/** Running time, ms. */
	readonly now: () => number;
	/** The tab's own storage; may throw. */
	readonly storage: () => Storage;
	/** Whether nobody is in front of the screen. */
	readonly isFree: () => boolean;
	/** Whether the screen shows what it should. */
	readonly isFollowed: () => boolean;
	/** Lets time pass. */
	readonly tick: () => void;
	/** Back to the attract loop, whoever is here. */
	readonly reset: () => void;
	/** Loads the page anew, if its `may` allows it when it can be had. */
	readonly afresh: (may: () => boolean) => void;
	/** Told of every error that nobody caught. */
	readonly onfault: (what: unknown) => void;
}

/**
 * Keeps the page alive, and brings it back by itself: after an error, when it draws nothing, when the screen no longer
 * follows, when the local server has found its files damaged.
 *
 * @returns a function that ends it
 */
export function guard(ways: Ways): () => void {
	const { now, storage, isFree, isFollowed, tick, reset, afresh, onfault } = ways;
	const mending = new Mending(storage);
	const began = now();
	const age = () => now() - began;
	const sendAway = () => {
		if (mending.sendsAway(age())) reset();
	};
	const timer = setInterval(() => {
		// First: what is broken may be the kiosk's own time.
		sendAway();
		if (mending.isDue(age(), isFree())) afresh(isFree);
		// A screen that no longer follows does not get better by being touched.
		if (!isFollowed()) afresh(anyway);
		tick();
	}, TICK_MS);
	const stops = [
		() => clearInterval(timer),
		listenForFaults((what, fatal) => {
			onfault(what);
			if (!fatal) return;
			// What broke may be broken still: as soon as nobody is here, the page starts afresh.
			mending.fault(age());
			sendAway();
			if (mending.isDue(age(), isFree())) afresh(anyway);
		}),
		live({
			...ways,
			onfrozen: () => afresh(anyway),
			onresting: () => {
				if (isFree()) afresh(isFree);
			}
		})
	];
	return () => stops.forEach((stop) => stop());
}
