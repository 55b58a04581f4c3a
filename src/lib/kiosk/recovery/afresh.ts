/** A page that is loaded anew takes its time; one that cannot be had is asked for again, ms. */
const LOADING_MS = 20_000;
const AGAIN_MS = 5000;

interface Ways {
	/** Running time, ms. */
	readonly now: () => number;
	/** Whether this page can be had: without a network the browser's own error page would stand in its place. */
	readonly canBeHad: () => Promise<boolean>;
	readonly reload: () => void;
}

/** This page is broken: it has no visitor to lose. */
export const anyway = () => true;

/**
 * Loads the page anew if it can be had, once however often it is asked for.
 *
 * @returns a function to ask with; its `may` is asked when the page can be had, for somebody may have come meanwhile
 */
export function startsAfresh({
	now,
	canBeHad,
	reload
}: Ways): (may: () => boolean) => Promise<void> {
	let busyUntil = -Infinity;
	return async (may) => {
		if (now() < busyUntil) return;
		busyUntil = Infinity;
		const comes = (await canBeHad()) && may();
		busyUntil = now() + (comes ? LOADING_MS : AGAIN_MS);
		if (comes) reload();
	};
}
