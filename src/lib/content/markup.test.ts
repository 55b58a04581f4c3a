import { describe, expect, it } from 'vitest';
import { mistakesInPlain, mistakesInProse, mistakesInTelegram } from './markup';

const wordsOf = (mistakes: ReturnType<typeof mistakesInProse>) =>
	mistakes.map(({ words }) => words);

describe('mistakes in prose', () => {
	it.each([
		['[a](term:b', '[a](term:b'],
		['[a b](term:c and more', '[a b](term:c'],
		['[a(term:b)', '[a(term:b)'],
		['a](term:b)', 'a](term:b)'],
		['a (term:b)', '(term:b)'],
		['[a] (term:b)', '[a] (term:b)'],
		['[a]\n(term:b)', '[a] (term:b)'],
		['[a]( term:b)', '[a]( term:b)'],
		['[a](term: b)', '[a](term: b)'],
		['[a](term:b c)', '[a](term:b c)'],
		['[a](Term:b)', '[a](Term:b)'],
		['[a](topic:b)', '[a](topic:b)'],
		['[a](b)', '[a](b)'],
		['[a]()', '[a]()'],
		['[](term:b)', '[](term:b)'],
		['[a](https://b.c/d)', '[a](https://b.c/d)'],
		['[a](www.b.c)', '[a](www.b.c)'],
		['[a] term:b', '[a]'],
		['![a](b.png)', '[a](b.png)'],
		['**a**', '**a**'],
		['a *b* c', '*b*'],
		['<b>a</b>', '<b>'],
		['a&nbsp;b', '&nbsp;'],
		['a {n} b', '{n}']
	])('%s', (text, words) => {
		expect(wordsOf(mistakesInProse(`Before it ${text}`))).toEqual([words]);
	});

	it('are two where a link runs over a blank line', () => {
		expect(wordsOf(mistakesInProse('[one\n\ntwo](term:b)'))).toEqual(
			['two](term:b)', '[one'].reverse()
		);
	});

	it('are none in sound links, stars that multiply and an ampersand', () => {
		expect(
			mistakesInProse('The [“quarantine”](term:quarantine), 5 * 3, [a\nb](person:c_d) & co. (1962)')
		).toEqual([]);
	});
});

describe('mistakes in plain texts', () => {
	it('are links, sound or not, and no brackets', () => {
		expect(wordsOf(mistakesInPlain('[a](term:b), [c] (term:d)'))).toEqual([
			'[a](term:b)',
			'[c] (term:d)'
		]);
		expect(mistakesInPlain('Square brackets [ ], [sic], 5 < 6 & 7 > 6')).toEqual([]);
	});
});

describe('mistakes in the telegram', () => {
	it('are no brackets of the translator, and no phrase around links', () => {
		expect(
			mistakesInTelegram(
				'of the [[CPSU]](term:cpsu), [Source: x] (a copy), **by [U-2s](term:u-2) up**'
			)
		).toEqual([]);
	});

	it.each([
		['a **b c', '**b c'],
		['a **b** c**', 'a **b** c**'],
		['a [**b](term:c) d**', '[**b](term:c)'],
		['**[a](Term:b)**', '[a](Term:b)']
	])('%s', (text, words) => {
		expect(wordsOf(mistakesInTelegram(text))).toEqual([words]);
	});
});
