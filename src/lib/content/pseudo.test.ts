import { describe, expect, it } from 'vitest';
import { checkContent } from './check';
import { readContent } from './files';
import { pseudo, PSEUDO_LANGUAGES, pseudoContent } from './pseudo.fixture';

describe('a language that nobody speaks', () => {
	it('has accents, is some 40 % longer, and keeps what is no text', () => {
		expect(pseudo('Section {n} of {total}')).toBe('Sééçttííóóñ {n} óóf {total}');
		expect(pseudo('[words](term:cc), {"tour":"ask"}')).toMatch(/\]\(term:cc\), \{"tour":"ask"\}$/);
	});

	it('is content that the check finds sound', () => {
		const { words } = checkContent(pseudoContent(readContent()), PSEUDO_LANGUAGES);
		expect([...words.keys()].sort()).toEqual([...PSEUDO_LANGUAGES].sort());
	});

	it('is long enough to stand for a real translation', () => {
		const english = checkContent(readContent()).words.get('en')?.['ui.yaml'];
		const long = checkContent(pseudoContent(readContent()), PSEUDO_LANGUAGES).words.get('en-XA')?.[
			'ui.yaml'
		];
		const length = (all: object = {}) =>
			Object.values(all).reduce((sum, text) => sum + String(text).length, 0);
		expect(length(long) / length(english)).toBeGreaterThan(1.35);
	});
});
