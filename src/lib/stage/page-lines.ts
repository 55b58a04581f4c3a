import type { Beat, Section } from '$lib/model/story';

/** Words that one ruled line of the small page stands for. */
const WORDS_PER_LINE = 11;

/** One passage of the small page: its lines, as lengths between 0 and 1. */
export interface PassageLines {
	readonly beat: string;
	readonly title: string;
	/** Index of the beat in the story. */
	readonly index: number;
	readonly lines: readonly number[];
}

/**
 * The telegram as ruled lines, not words: one group a passage, as long as its words.
 * Beats without telegram words have no place on the page.
 */
export function pageLines(
	beats: readonly Beat[],
	sections: readonly Section[]
): readonly PassageLines[] {
	const numbered = new Set(sections.filter(({ number }) => number !== null).map(({ id }) => id));
	return beats.flatMap((beat, index) => {
		if (!numbered.has(beat.section) || beat.telegramWords === 0) return [];
		const whole = Math.floor(beat.telegramWords / WORDS_PER_LINE);
		const rest = (beat.telegramWords % WORDS_PER_LINE) / WORDS_PER_LINE;
		const lines = [...Array.from({ length: whole }, () => 1), ...(rest > 0 ? [rest] : [])];
		return [{ beat: beat.id, title: beat.title, index, lines }];
	});
}
