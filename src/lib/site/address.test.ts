import { expect, it } from 'vitest';
import { alternateLinks } from './address';

const languages = (html: string) =>
	[...html.matchAll(/hreflang="([^"]+)" href="[^"]*?(\/(?:\w\w\/)?(?:people\/)?)"/g)].map(
		([, lang, path]) => `${lang} ${path}`
	);

it('a public page names its versions in all languages, itself among them', () => {
	expect(languages(alternateLinks('/[[lang=lang]]/people', ['en', 'es']))).toEqual([
		'en /people/',
		'es /es/people/',
		'x-default /people/'
	]);
	expect(languages(alternateLinks('/[[lang=lang]]', ['en', 'es']))).toEqual([
		'en /',
		'es /es/',
		'x-default /'
	]);
});

it.each([
	['a site of one language', '/[[lang=lang]]/people', ['en']],
	['a page that is no result of a search', '/[[lang=lang]]/kiosk', ['en', 'es']],
	['the page of lost addresses', '/404.html', ['en', 'es']]
])('%s names none', (_, route, languages) => {
	expect(alternateLinks(route, languages)).toBe('');
});
