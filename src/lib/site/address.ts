import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/model/languages';
import { siteUrl } from './site-url.mjs';

/** The pages that are for everybody, in every language: what search engines are told of. The first is the story. */
export const PUBLIC_PAGES = [
	'',
	'people/',
	'places/',
	'panels/',
	'glossary/',
	'timeline/',
	'sources/',
	'map/',
	'embed-this/'
] as const;

export type PublicPage = (typeof PUBLIC_PAGES)[number];

/**
 * The absolute address of a page: the only kind of address that needs to know where the site stands.
 *
 * @param path from the site's root, with a slash at its beginning
 */
export function absolute(path: string): string {
	return siteUrl().replace(/\/$/, '') + path;
}

/**
 * The absolute address of a page or file in a language.
 *
 * @param path from the root of the language, without a slash at its beginning
 */
export const pageAddress = (lang: string, path: string): string =>
	absolute(`/${lang === DEFAULT_LANGUAGE ? '' : `${lang}/`}${path}`);

/**
 * A page in every language, for search engines; `x-default` is for readers of none of them.
 *
 * @param languages all of the site; for tests
 * @returns nothing when there is one language
 */
export function alternates(
	path: PublicPage,
	languages: readonly string[] = LANGUAGES
): { readonly lang: string; readonly href: string }[] {
	if (languages.length < 2) return [];
	return [
		...languages.map((lang) => ({ lang, href: pageAddress(lang, path) })),
		{ lang: 'x-default', href: pageAddress(DEFAULT_LANGUAGE, path) }
	];
}

/**
 * The links of a page to its versions in other languages, for its head.
 *
 * @param route SvelteKit's id
 * @param languages all of the site; for tests
 * @returns HTML; empty for pages that are not public, and on a site of one language
 */
export function alternateLinks(route: string, languages: readonly string[] = LANGUAGES): string {
	const page = PUBLIC_PAGES.find((page) => `/[[lang=lang]]/${page}` === `${route}/`);
	return page === undefined
		? ''
		: alternates(page, languages)
				.map(({ lang, href }) => `<link rel="alternate" hreflang="${lang}" href="${href}"/>`)
				.join('');
}
