import { describe, expect, it } from 'vitest';
import { bench, open, words } from './range.fixture';
import { reachOf } from './reach';
import { measureSentence, pointWords, rangeWords, reachSentences } from './say';

const measure = (km: number, miles: number) => ({
	from: 'Plesetsk',
	to: 'Washington',
	km,
	miles,
	reach: reachOf(km, bench.missiles)
});

describe('what the ruler says', () => {
	it('is the distance and what could reach that far', () => {
		expect(measureSentence(measure(7421, 4611), words)).toBe(
			'Plesetsk to Washington: 7,421 km (4,611 miles). Could reach that far: R-7. ' +
				'Only by the highest published figures, or beyond a figure that is given as “at least”: ATLAS. ' +
				'Not that far: THOR and R-12.'
		);
	});

	it('writes numbers and lists as the language does', () => {
		const said = measureSentence(measure(2000, 1243), { ...words, lang: 'de' });
		expect(said).toContain('2.000 km');
		expect(said).toContain('ATLAS, R-7, THOR und R-12');
	});

	it('leaves out what is empty, and says so when nothing could reach', () => {
		expect(reachSentences(reachOf(100, bench.missiles), words)).toHaveLength(1);
		expect(reachSentences(reachOf(12_000, bench.missiles), words)).toEqual([words.rulerNone]);
	});
});

describe('a missile of which only a lower limit is known', () => {
	it('is never said not to reach', () => {
		const [first, ...rest] = reachSentences(reachOf(12_000, [open]), words);
		expect(first).toBe(
			'Only by the highest published figures, or beyond a figure that is given as “at least”: R-14.'
		);
		expect(rest).toEqual([]);
	});
});

describe('a range in words', () => {
	it('is one figure or two', () => {
		expect(rangeWords({ rangeKm: [8000, 8000], atLeast: false }, words)).toBe('8,000 km');
		expect(rangeWords({ rangeKm: [11_000, 13_000], atLeast: false }, words)).toBe(
			'11,000–13,000 km'
		);
	});

	it('is open where it is a lower limit', () => {
		expect(rangeWords(open, words)).toBe('at least 4,000 km');
		expect(rangeWords({ rangeKm: [10_139, 10_219], atLeast: true }, words)).toBe(
			'10,139–10,219 km or more'
		);
	});
});

describe('a point that is no place', () => {
	it.each([
		[[-45.4, 12.2], '12° N, 45° W'],
		[[45, -12], '12° S, 45° E'],
		[[0, 0], '0° N, 0° E'],
		[[-1, -1], '1° S, 1° W']
	] as const)('%j is %s', (at, said) => {
		expect(pointWords(at, words)).toBe(said);
	});
});
