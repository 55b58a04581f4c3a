import { describe, expect, it } from 'vitest';
import { placeholderSlips } from './placeholders';

describe('a sentence that is filled in', () => {
	const slips = (key: string, sentence: string) =>
		placeholderSlips(key, sentence).map(({ words }) => words);

	it('holds exactly what the page fills in, in any order and as often as it likes', () => {
		expect(slips('sectionOf', '{total}: {n}, {n}')).toEqual([]);
		expect(slips('sectionOf', '{N} of {total}')).toEqual(['{N}']);
		expect(slips('sectionOf', '{n} of all')).toEqual(['']);
		expect(slips('sectionOf', '{n} of {total}}')).toEqual(['}']);
		expect(slips('constructor', '{n}')).toEqual(['{n}']);
	});

	it('may show JSON as an example', () => {
		expect(slips('kioskFileShape', '{found}, such as {"tour":"ask"}')).toEqual([]);
	});
});
