import { describe, expect, it } from 'vitest';
import { minutes, minutesLeft, WORDS_PER_MINUTE } from './minutes';
import type { Story } from './story';

const story = { beats: [100, 440, 220].map((words) => ({ words })) } as unknown as Story;

describe('minutes', () => {
	it('reads 220 words in a minute and never promises less than one', () => {
		expect(minutes(WORDS_PER_MINUTE * 7)).toBe(7);
		expect(minutes(3)).toBe(1);
	});
});

describe('minutesLeft', () => {
	it('counts down as the reader goes on, to nothing at the end', () => {
		expect(minutesLeft(story, { beat: 0, progress: 0 })).toBe(3);
		expect(minutesLeft(story, { beat: 1, progress: 0.5 })).toBe(2);
		expect(minutesLeft(story, { beat: 2, progress: 1 })).toBe(0);
	});
});
