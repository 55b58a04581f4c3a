import { expect, it } from 'vitest';
import { daysOf, formatEventDate } from './event-date';

it.each([
	['1962-10-27', '27 October'],
	['1962-10-30/31', '30–31 October'],
	['1962-11-05/09', '5–9 November']
])('%s is written %s', (date, written) => {
	// Some versions of ICU put thin spaces round the dash.
	expect(formatEventDate('en', date).replace(/\s?–\s?/, '–')).toBe(written);
});

it('is written as the language of the page does', () => {
	expect(formatEventDate('es', '1962-10-27')).toBe('27 de octubre');
});

it('has the name of its day where that is wanted', () => {
	expect(formatEventDate('en', '1962-11-19', 'long')).toBe('Monday 19 November');
});

it('has a first and a last day', () => {
	expect(daysOf('1962-10-30/31')).toEqual({ from: '1962-10-30', to: '1962-10-31' });
	expect(daysOf('1962-10-27')).toEqual({ from: '1962-10-27', to: '1962-10-27' });
});
