import { always } from './reload';
import { listenForErrors, startHeartbeat, type HeartbeatOptions } from './heartbeat';
import { ErrorRecovery } from './error-recovery';

/** How often time passes for the kiosk, ms. */
const TICK_MS = 250;

interface Options extends Pick<HeartbeatOptions, 'beat' | 'beatUrl' | 'heartbeat'> {
	/** Running time, ms. */
	readonly now: () => number;
	/** The tab's own storage; may throw. */
	readonly storage: () => Storage;
	/** Whether no visit is going on and nothing touches the screen. */
	readonly isFree: () => boolean;
	/** Whether the screen shows what it should. */
	readonly isFollowed: () => boolean;
	/** Advances the kiosk's clock. */
	readonly tick: () => void;
	/** Back to the attract loop, even during a visit. */
	readonly reset: () => void;
	/** Reloads the page when the server has it and `may` allows it. */
	readonly reload: (may: () => boolean) => void;
	/** Called with every uncaught error. */
	readonly onfault: (what: unknown) => void;
}

/**
 * Keeps the page running and recovers it: after an error, when it stops drawing, when the screen no longer follows the
 * state, when the local server reports damaged files.
 *
 * @returns a function that ends it
 */
export function guard(options: Options): () => void {
	const { now, storage, isFree, isFollowed, tick, reset, reload, onfault } = options;
	const recovery = new ErrorRecovery(storage);
	const began = now();
	const age = () => now() - began;
	const resetIfDue = () => {
		if (recovery.shouldReset(age())) reset();
	};
	const timer = setInterval(() => {
		// First, because `tick` itself may be what fails.
		resetIfDue();
		if (recovery.shouldReload(age(), isFree())) reload(isFree);
		// A screen that no longer follows its state does not recover by being touched.
		if (!isFollowed()) reload(always);
		tick();
	}, TICK_MS);
	const stops = [
		() => clearInterval(timer),
		listenForErrors((what, fatal) => {
			onfault(what);
			if (!fatal) return;
			// The page may still be broken: it reloads as soon as no visit is going on.
			recovery.fault(age());
			resetIfDue();
			if (recovery.shouldReload(age(), isFree())) reload(always);
		}),
		startHeartbeat({
			...options,
			onfrozen: () => reload(always),
			onresting: () => {
				if (isFree()) reload(isFree);
			}
		})
	];
	return () => stops.forEach((stop) => stop());
}
