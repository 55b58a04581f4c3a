import { describe, expect, it } from 'vitest';
import { readContent } from './files';
import { placeholderMistakes } from './placeholders';

describe('a sentence that is filled in', () => {
	const mistakes = (key: string, sentence: string) =>
		placeholderMistakes(key, sentence).map(({ words }) => words);

	it('holds exactly what the page fills in, in any order and as often as it likes', () => {
		expect(mistakes('sectionOf', '{total}: {n}, {n}')).toEqual([]);
		expect(mistakes('sectionOf', '{N} of {total}')).toEqual(['{N}']);
		expect(mistakes('sectionOf', '{n} of all')).toEqual(['']);
		expect(mistakes('sectionOf', '{n} of {total}}')).toEqual(['}']);
		expect(mistakes('constructor', '{n}')).toEqual(['{n}']);
	});

	it('may show JSON as an example', () => {
		expect(mistakes('kioskFileShape', '{found}, such as {"tour":"ask"}')).toEqual([]);
	});

	it('puts no quotation marks round a title: some titles have their own', () => {
		const sentences = [...readContent()]
			.filter(([path]) => path.endsWith('ui.yaml'))
			.flatMap(([, text]) => text.match(/^.*[“‘«„"]\{title\}.*$/gm) ?? []);
		expect(sentences).toEqual([]);
	});
});
