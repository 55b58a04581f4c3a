import { describe, expect, it } from 'vitest';
import { legendWord, wordKey } from './word-keys';
import { aroundPlaceholder, formatMessage, pickWords, type Words } from './words';

const words = {
	sectionOf: 'Section {n} of {total}',
	lang: 'en',
	next: 'Next passage',
	mapItem: '{item}: {about}',
	rulerMiles: { one: '{n} mile', other: '{n} miles' },
	embedThisFound: '{n} in the list',
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

	it('writes numbers as the language does', () => {
		expect(formatMessage(words, 'embedThisFound', { n: 1200 })).toBe('1,200 in the list');
		expect(formatMessage({ ...words, lang: 'de' }, 'embedThisFound', { n: 1200 })).toBe(
			'1.200 in the list'
		);
	});

	it('takes the plural form that the number asks for in the language', () => {
		const said = (n: number) => formatMessage(words, 'rulerMiles', { n });
		expect([said(1), said(2), said(1000)]).toEqual(['1 mile', '2 miles', '1,000 miles']);
		const russian = {
			lang: 'ru',
			rulerMiles: { one: '{n} миля', few: '{n} мили', many: '{n} миль', other: '{n} мили' }
		};
		expect([21, 3, 11].map((n) => formatMessage(russian, 'rulerMiles', { n }))).toEqual([
			'21 миля',
			'3 мили',
			'11 миль'
		]);
	});

	it('takes the placeholders of its sentence and no others', () => {
		// @ts-expect-error `total` is missing
		formatMessage(words, 'sectionOf', { n: 3 });
		// @ts-expect-error there is no `title` in it
		formatMessage(words, 'sectionOf', { n: 3, total: 11, title: '' });
		// @ts-expect-error a plural needs a number
		formatMessage(words, 'rulerMiles', { n: '3' });
		// @ts-expect-error nothing is filled in there
		formatMessage(words, 'next', {});
	});
});

describe('aroundPlaceholder', () => {
	it('is the text before and after, wherever the language puts the placeholder', () => {
		const about = 'named in the telegram';
		expect(aroundPlaceholder(words, 'mapItem', 'item', { about })).toEqual([
			'',
			': named in the telegram'
		]);
		const turned = { lang: 'en', mapItem: '{about} – {item}!' };
		expect(aroundPlaceholder(turned, 'mapItem', 'item', { about })).toEqual([
			'named in the telegram – ',
			'!'
		]);
	});
});

describe('pickWords', () => {
	it('has the words that are asked for, their language, and no others', () => {
		const picked = pickWords(words, ['next']);
		expect(picked).toEqual({ lang: 'en', next: 'Next passage' });
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
