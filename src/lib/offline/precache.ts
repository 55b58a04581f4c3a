/** The build writes them, and nothing asks for them. */
const DATA_OF_STILL_PAGES = /\/(people|places|panels|glossary|timeline|sources|map)\/__data\.json$/;

/**
 * Whether a file of the built site is in the precache list: everything that the story, the pages beside it and the kiosk
 * need. Left out are frames and pictures for other people's pages, pages in large print, data of pages
 * that load no script, files for search engines, and files for the host (`_headers`, `.nojekyll`), which many hosts do not
 * serve.
 *
 * @param path from the site's root, with a slash at its beginning
 */
export function isPrecached(path: string): boolean {
	if (DATA_OF_STILL_PAGES.test(path)) return false;
	return !/^\/([a-z]{2}\/)?(embed|large)\/|\/share\.png$|^\/(\.|_\w+$)|\/kiosk\.json$|^\/(404\b|sitemap\.xml$|robots\.txt$)/.test(
		path
	);
}
