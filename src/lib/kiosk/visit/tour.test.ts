import { describe, expect, it } from 'vitest';
import type { Story } from '$lib/model/story';
import { stayMs, stopsOf, wordsAhead, type Shortest } from './tour';

const story = {
	beats: ['a', 'b', 'c', 'd'].map((id, i) => ({ id, words: 100 * (i + 1) }))
} as unknown as Story;
const shortest: Shortest = { a: '2', b: 'full', c: '5', d: '2' };

describe('stopsOf', () => {
	it('each tour contains the shorter one', () => {
		expect(stopsOf(story, shortest, '2')).toEqual([0, 3]);
		expect(stopsOf(story, shortest, '5')).toEqual([0, 2, 3]);
		expect(stopsOf(story, shortest, 'full')).toEqual([0, 1, 2, 3]);
	});

	it('a beat that nobody has sorted is in the whole tour alone', () => {
		expect(stopsOf(story, {}, '2')).toEqual([]);
		expect(stopsOf(story, {}, 'full')).toHaveLength(4);
	});
});

describe('wordsAhead', () => {
	it('counts the stops of the visit, from where it is', () => {
		expect(wordsAhead(story, [0, 2, 3])).toBe(800);
		expect(wordsAhead(story, [0, 2, 3], 2)).toBe(400);
		expect(wordsAhead(story, [0, 2, 3], 3)).toBe(0);
	});
});

describe('stayMs', () => {
	it('gives more time than a reader at home needs', () => {
		expect(stayMs(110)).toBeGreaterThan(30_000 * 1.2);
	});

	it('stays long enough to look at a map with six words', () => {
		expect(stayMs(6)).toBeGreaterThanOrEqual(9000);
	});

	it('parts the time of a passage that is turned in pages', () => {
		expect(2 * stayMs(120, 0.5)).toBeGreaterThanOrEqual(stayMs(120));
	});
});
