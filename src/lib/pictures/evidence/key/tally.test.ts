import { describe, expect, it } from 'vitest';
import { EVIDENCE_MARKS } from '$lib/model/evidence';
import { markWord } from '$lib/model/word-keys';
import { site } from '$lib/site/site';
import type { KeyLevel } from './levels';
import { layTally, type Counts } from './tally';

const { words } = site('en').pictures;
const AT = { x: 20, y: 30 };
const counts = (count: number) =>
	Object.fromEntries(EVIDENCE_MARKS.map((mark) => [mark, count])) as Counts;
const tally = (count: number, level: KeyLevel, width: number) =>
	layTally({ counts: counts(count), words, level, at: AT, width });
const textOf = ({ lines }: { lines: readonly { text: string }[] }) =>
	lines.map(({ text }) => text).join(' ');

describe('the tally of the five marks', () => {
	it('has a bar for each claim, a number and the word of each mark', () => {
		const { marks } = tally(3, 'bars', 300);
		for (const { mark, bars, ...one } of marks) {
			expect(bars).toHaveLength(3);
			expect(textOf(one)).toBe(`${words[markWord(mark)]} 3`);
		}
	});

	it('has words and no numbers before anything is weighed', () => {
		for (const level of ['bars', 'words', 'close'] as const) {
			const { marks } = tally(0, level, 300);
			expect(marks.map(textOf)).toEqual(EVIDENCE_MARKS.map((mark) => words[markWord(mark)]));
			expect(marks.flatMap(({ bars }) => bars)).toEqual([]);
		}
	});

	it('has signs with numbers alone where there is little room, their words for those who do not see them', () => {
		const { marks } = tally(4, 'least', 60);
		expect(marks.map(textOf)).toEqual(EVIDENCE_MARKS.map(() => '4'));
		expect(marks.map(({ word }) => word)).toEqual(
			EVIDENCE_MARKS.map((mark) => words[markWord(mark)])
		);
		expect(new Set(marks.map(({ disc }) => disc.y)).size).toBeGreaterThan(1);
	});

	it('stands in as many columns as its words have room for', () => {
		const columns = (width: number) =>
			new Set(tally(2, 'close', width).marks.map(({ disc }) => disc.x)).size;
		expect(columns(200)).toBe(1);
		expect(columns(700)).toBeGreaterThan(1);
	});

	it('ends below all that it has', () => {
		for (const level of ['bars', 'words', 'close', 'signs', 'least'] as const) {
			const { marks, bottom } = tally(2, level, 160);
			for (const { disc, lines } of marks) {
				expect(disc.y + disc.radius).toBeLessThanOrEqual(bottom);
				for (const { y } of lines) expect(y).toBeLessThanOrEqual(bottom);
			}
		}
	});
});
