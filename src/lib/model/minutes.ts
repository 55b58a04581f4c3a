import type { Position, Story } from './story';

/** Reading speed of telegram and narration, words a minute (STORYBOARD). */
export const WORDS_PER_MINUTE = 220;

/** Whole minutes for so many words; a text is never shorter than a minute. */
export function minutes(words: number): number {
	return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/**
 * Minutes of telegram and narration that lie ahead.
 *
 * @returns whole minutes, rounded; 0 means less than half a minute is left
 */
export function minutesLeft(story: Story, { beat, progress }: Position): number {
	const ahead = story.beats.slice(beat + 1).reduce((sum, { words }) => sum + words, 0);
	const rest = (story.beats[beat]?.words ?? 0) * (1 - Math.min(1, Math.max(0, progress)));
	return Math.round((ahead + rest) / WORDS_PER_MINUTE);
}
