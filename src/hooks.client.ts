import type { HandleClientError } from '@sveltejs/kit';
import { meetsFloor } from '$lib/start/floor';
import { leaveHistoryToBrowser } from '$lib/start/history';

/** A browser below the floor keeps the complete page, which nothing hydrates. */
export const init = (): Promise<void> | void =>
	meetsFloor() ? leaveHistoryToBrowser() : new Promise(() => {});

/**
 * Pages are loaded in full, so an error that reaches Kit is one of the start: a script that is missing or broken. Thrown
 * again it leaves the page as the server made it (`start.ts`), where Kit would draw an error page in its place.
 */
export const handleError: HandleClientError = ({ error }) => {
	throw error;
};
