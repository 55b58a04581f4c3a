import { expect, it } from 'vitest';
import { runsOf } from './runs';

/** Lines of ten words, 5 px a word, from x = 100. */
const LINES = { x: 100, top: 40, wordsPerLine: 10, perWord: 5, pitch: 12 };

it('words in one line are one run', () => {
	expect(runsOf(LINES, 2, 3)).toEqual([{ from: 110, to: 125, y: 40 }]);
	expect(runsOf(LINES, 20, 10)).toEqual([{ from: 100, to: 150, y: 64 }]);
});

it('words that go on in the next line are a run in each', () => {
	expect(runsOf(LINES, 8, 14)).toEqual([
		{ from: 140, to: 150, y: 40 },
		{ from: 100, to: 150, y: 52 },
		{ from: 100, to: 110, y: 64 }
	]);
});

it('runs are together as long as the words, also parts of words', () => {
	for (const [from, words] of [
		[0, 37],
		[9.5, 0.5],
		[9.999999, 5],
		[3 + 1 / 3, 20 / 3]
	] as const) {
		const length = runsOf(LINES, from, words).reduce((sum, run) => sum + run.to - run.from, 0);
		expect(length).toBeCloseTo(words * LINES.perWord, 3);
	}
	expect(runsOf(LINES, 5, 0)).toEqual([]);
});
