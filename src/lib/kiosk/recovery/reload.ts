/** Time for a reload to take effect, and time until the next attempt when the server does not answer, ms. */
const LOADING_MS = 20_000;
const RETRY_MS = 5000;

interface Options {
	/** Running time, ms. */
	readonly now: () => number;
	/** Whether the server has this page: without a network the browser would show its own error page instead. */
	readonly isReachable: () => Promise<boolean>;
	readonly reload: () => void;
}

/** For a page that is broken: even a visit is no reason to wait. */
export const always = () => true;

/**
 * Reloads the page if the server has it; repeated calls start one reload.
 *
 * @returns a function that asks for a reload; `may` is checked after the server has answered, because a visit may have begun
 */
export function pageReloader({
	now,
	isReachable,
	reload
}: Options): (may: () => boolean) => Promise<void> {
	let busyUntil = -Infinity;
	return async (may) => {
		if (now() < busyUntil) return;
		busyUntil = Infinity;
		const comes = (await isReachable()) && may();
		busyUntil = now() + (comes ? LOADING_MS : RETRY_MS);
		if (comes) reload();
	};
}
