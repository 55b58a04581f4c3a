import { describe, expect, it } from 'vitest';
import { legendWord, wordKey } from './word-keys';
import { formatMessage, pickWords, type Words } from './words';

const words = {
	sectionOf: 'Section {n} of {total}',
	next: 'Next passage',
	kioskFileShape: 'kiosk.json holds {found}, not {"tour":"ask"}'
} as Words;

describe('formatMessage', () => {
	it('fills in what stands in braces', () => {
		expect(formatMessage(words, 'sectionOf', { n: 3, total: '11' })).toBe('Section 3 of 11');
	});

	it('leaves JSON that is shown as an example', () => {
		expect(formatMessage(words, 'kioskFileShape', { found: '[]' })).toBe(
			'kiosk.json holds [], not {"tour":"ask"}'
		);
	});

	it('takes the placeholders of its sentence and no others', () => {
		// @ts-expect-error `total` is missing
		formatMessage(words, 'sectionOf', { n: 3 });
		// @ts-expect-error there is no `title` in it
		formatMessage(words, 'sectionOf', { n: 3, total: 11, title: '' });
		// @ts-expect-error nothing is filled in there
		formatMessage(words, 'next', {});
	});
});

describe('pickWords', () => {
	it('has the words that are asked for and no others', () => {
		const picked = pickWords(words, ['next']);
		expect(picked).toEqual({ next: 'Next passage' });
		// @ts-expect-error the browser does not get this one
		expect(picked.sectionOf).toBeUndefined();
		// @ts-expect-error a misspelt key
		pickWords(words, ['nxt']);
	});
});

describe('the key of a word for an id', () => {
	it('is the id in Pascal case behind its prefix', () => {
		expect(legendWord('great-circle')).toBe('legendGreatCircle');
	});

	it('is known to the type check', () => {
		const known: keyof Words = wordKey('told', 'monday' as 'monday' | 'sunday');
		expect(known).toBe('toldMonday');
		// @ts-expect-error there are no words for a Friday
		const unknown: keyof Words = wordKey('told', 'friday');
		expect(unknown).toBe('toldFriday');
	});
});
