/**
 * The reader's own browser remembers three things for the reader alone: the place, the motion switch and the guess.
 * Storage may be full, blocked or absent (private windows, opaque frames); then nothing is remembered
 * and nothing else changes.
 */
const PREFIX = 'telegram-1856:';

/** Where the place is kept: pages without the application read it by themselves. */
export const PLACE_KEY = `${PREFIX}place`;
/** Where the guess is kept: the page reads it before the application comes. */
export const GUESS_KEY = `${PREFIX}guess`;

/** @returns what was kept under the key, or null */
export function recall(key: string): string | null {
	try {
		return localStorage.getItem(PREFIX + key);
	} catch {
		return null;
	}
}

/** Keeps a value, or forgets the key when the value is null. */
export function remember(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(PREFIX + key);
		else localStorage.setItem(PREFIX + key, value);
	} catch {
		// Reading goes on without memory.
	}
}
