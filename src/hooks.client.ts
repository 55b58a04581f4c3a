import type { HandleClientError } from '@sveltejs/kit';
import { canStart } from '$lib/start/floor';
import { leaveHistoryToBrowser } from '$lib/start/history';

/** Where the application cannot start the page stays complete, and nothing hydrates it. */
export const init = (): Promise<void> | void =>
	canStart() ? leaveHistoryToBrowser() : new Promise(() => {});

/**
 * Pages are loaded in full, so an error that reaches Kit is one of the start: a script that is missing or broken. Thrown
 * again it leaves the page as the server made it (`start.ts`), where Kit would draw an error page in its place.
 */
export const handleError: HandleClientError = ({ error }) => {
	throw error;
};
