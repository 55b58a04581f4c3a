import { WORDS_PER_MINUTE } from '$lib/model/minutes';
import type { Story } from '$lib/model/story';

/** Visits by length; the shorter ones stop at some of the beats of the longer. */
export const TOURS = ['2', '5', 'full'] as const;
export type Tour = (typeof TOURS)[number];

/** The shortest visit that stops at each beat, by beat id. */
export type Shortest = Readonly<Record<string, Tour>>;

/** Indices of the beats where a tour stops, in order. */
export function stopsOf(story: Story, shortest: Shortest, tour: Tour): number[] {
	const longest = TOURS.indexOf(tour);
	return story.beats.flatMap(({ id }, index) =>
		TOURS.indexOf(shortest[id] ?? 'full') <= longest ? [index] : []
	);
}

/** Words of telegram and narration that a visit has, from one of its stops on. */
export const wordsAhead = (story: Story, stops: readonly number[], from = 0): number =>
	stops.slice(from).reduce((sum, beat) => sum + (story.beats[beat]?.words ?? 0), 0);

/** Slower than a reader at home: the map moves, and people look at it and at each other. */
const SLOWER = 1.25;
const LOOK_MS = 4000;
const LEAST_MS = 9000;

/**
 * How long a tour that plays by itself stays with so many words, ms.
 *
 * @param share of the passage that is on the screen at a time, for long ones that are turned in pages
 */
export function stayMs(words: number, share = 1): number {
	const reading = (words * share * SLOWER * 60_000) / WORDS_PER_MINUTE;
	return Math.max(LEAST_MS * Math.min(1, share + 0.4), reading + LOOK_MS);
}
