import { expect, it } from 'vitest';
import { site } from '$lib/site/site';
import { layKeyLine } from './key-line';

const { words, evidence } = site('en').pictures;
const counts = {
	confirmed: 5,
	probable: 5,
	'only-this-telegram': 12,
	disputed: 4,
	contradicted: 3
};
const lay = (width: number, absent: readonly string[] = evidence.absent) =>
	layKeyLine({ words, total: 29, counts, absent }, { x: 8, y: 0 }, width);

it('is one row of signs and numbers until it is known what is never named', () => {
	const { marks, absent, absentTitle } = lay(304, []);
	expect(new Set(marks.map(({ disc }) => disc.y)).size).toBe(1);
	expect([...absent, ...absentTitle]).toEqual([]);
});

it('has all names in one row under them on the smallest phones', () => {
	for (const width of [260, 304]) {
		const { absent, absentTitle, marks, box } = lay(width);
		expect(absent.map(({ lines }) => lines[0]?.text)).toEqual(evidence.absent);
		expect(new Set(absent.map((one) => one.box.y)).size, `${width} px`).toBe(1);
		const words = Math.max(...absentTitle.map(({ y }) => y), ...marks.map(({ disc }) => disc.y));
		for (const one of absent) expect(one.box.y).toBeGreaterThan(words);
		expect(box.width).toBeLessThanOrEqual(width);
	}
});

it('has the words before the names beside the signs where they fit, and below them otherwise', () => {
	const titleTop = (width: number) => lay(width).absentTitle[0]?.y ?? NaN;
	expect(titleTop(200)).toBeGreaterThan(titleTop(304));
});
