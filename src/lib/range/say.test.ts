import { describe, expect, it } from 'vitest';
import { bench, words } from './range.fixture';
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
	it('is the distance and what reached that far', () => {
		expect(measureSentence(measure(7421, 4611), 'en', words)).toBe(
			'Plesetsk to Washington: 7,421 km (4,611 miles). Reached that far: R-7. ' +
				'Only by the higher published figures: ATLAS. Not that far: THOR and R-12.'
		);
	});

	it('writes numbers and lists as the language does', () => {
		const said = measureSentence(measure(2000, 1243), 'de', words);
		expect(said).toContain('2.000 km');
		expect(said).toContain('ATLAS, R-7, THOR und R-12');
	});

	it('leaves out what is empty, and says so when nothing reached', () => {
		expect(reachSentences(reachOf(100, bench.missiles), 'en', words)).toHaveLength(1);
		expect(reachSentences(reachOf(12_000, bench.missiles), 'en', words)).toEqual([words.rulerNone]);
	});
});

describe('a range in words', () => {
	it('is one figure or two', () => {
		expect(rangeWords([8000, 8000], 'en', words)).toBe('8,000 km');
		expect(rangeWords([11_000, 13_000], 'en', words)).toBe('11,000–13,000 km');
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
