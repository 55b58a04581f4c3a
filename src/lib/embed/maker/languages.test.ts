import { describe, expect, it } from 'vitest';
import { languageLinks } from './languages';

describe('the page in other languages', () => {
	it('is named in each language and stands in its folder', () => {
		expect(languageLinks(['en', 'es'])).toEqual([
			{ lang: 'en', name: 'English', path: 'embed-this/' },
			{ lang: 'es', name: 'español', path: 'es/embed-this/' }
		]);
	});
});
