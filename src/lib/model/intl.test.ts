import { describe, expect, it } from 'vitest';
import { enumeration, formatAmount, listFormat, numberFormat, pluralOf } from './intl';

describe('numbers', () => {
	it('are written as the language writes them', () => {
		expect(numberFormat('en').format(7421)).toBe('7,421');
		expect(numberFormat('de').format(7421)).toBe('7.421');
	});

	it('are one figure, or from the lower to the higher', () => {
		expect(formatAmount('en', 8000)).toBe('8,000');
		expect(formatAmount('en', [11_000, 13_000])).toBe('11,000–13,000');
		expect(formatAmount('en', [8000, 8000])).toBe('8,000');
	});
});

describe('lists', () => {
	it('end with the word of the language, in British English without a comma before it', () => {
		expect(listFormat('en').format(['THOR', 'R-7', 'R-12'])).toBe('THOR, R-7 and R-12');
		expect(listFormat('de').format(['THOR', 'R-7'])).toBe('THOR und R-7');
	});

	it('can be mere enumerations', () => {
		expect(enumeration('en').format(['a.js', 'b.js', 'c.js'])).toBe('a.js, b.js, c.js');
	});
});

describe('plurals', () => {
	it('are those of the language', () => {
		expect([0, 1, 2, 21].map((n) => pluralOf('en', n))).toEqual(['other', 'one', 'other', 'other']);
		expect([1, 2, 5, 21].map((n) => pluralOf('ru', n))).toEqual(['one', 'few', 'many', 'one']);
	});

	it('of a range are those of its end', () => {
		expect(pluralOf('ru', [5, 22])).toBe('few');
	});
});
