import { LANGUAGES } from '$lib/model/languages';
import { alternates, pageAddress, PUBLIC_PAGES } from './address';

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The public pages for search engines (sitemaps.org), each with its versions in other languages.
 *
 * @param languages all of the site; for tests
 */
export function sitemap(languages: readonly string[] = LANGUAGES): string {
	const pages = languages.flatMap((lang) =>
		PUBLIC_PAGES.map((page) => {
			const versions = alternates(page, languages).map(
				({ lang, href }) =>
					`<xhtml:link rel="alternate" hreflang="${lang}" href="${escaped(href)}"/>`
			);
			return `<url><loc>${escaped(pageAddress(lang, page))}</loc>${versions.join('')}</url>`;
		})
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...pages,
		'</urlset>\n'
	].join('\n');
}
