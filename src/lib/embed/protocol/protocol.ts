import { LANGUAGES } from '../../model/languages';

/** What frame and host agree on. Both sides are built from this file. */
export const APP = 'telegram1856';
export const VERSION = 1;

export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

/** `reduce`: as if the reader's system asked for less motion. `full`: as the reader's system says. */
export const MOTIONS = ['reduce', 'full'] as const;
export type Motion = (typeof MOTIONS)[number];

/** `step`: buttons, keys and swipes inside the frame. `scroll`: the host page's scroll drives the frame. */
export const MODES = ['step', 'scroll'] as const;
export type Mode = (typeof MODES)[number];

export type Language = (typeof LANGUAGES)[number];

/** The height that a snippet reserves by default, CSS px. */
export const HEIGHT = 600;

/** Bar, buttons, a map and a few lines need so much; a snippet cannot ask for less. CSS px. */
export const LEAST_HEIGHT = 450;

/** Greatest height of a frame, CSS px. */
export const MAX_HEIGHT = 20_000;

/** The word of the list that was sent, or null. */
export function oneOf<T extends string>(list: readonly T[], word: unknown): T | null {
	return list.find((known) => known === word) ?? null;
}

export const languageOf = (word: unknown): Language | null => oneOf(LANGUAGES, word);

/** Ids of beats, sections, paragraphs and of what is embedded: at most 80 of a–z, 0–9 and hyphens. */
export function idOf(word: unknown): string | null {
	return typeof word === 'string' && /^[a-z0-9-]{1,80}$/.test(word) ? word : null;
}

/** A finite number, moved into the limits; anything else is null. */
export function within(least: number, most: number, value: unknown): number | null {
	if (typeof value !== 'number' || !Number.isFinite(value)) return null;
	return Math.min(most, Math.max(least, value));
}
