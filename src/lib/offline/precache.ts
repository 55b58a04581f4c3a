/**
 * Whether a file of the built site is in the precache list: everything that the story, the pages beside it and the kiosk
 * need. Left out are frames and pictures for other people's pages, still maps (the map itself is cached), files for
 * search engines, and files for the host (`_headers`, `.nojekyll`), which many hosts do not serve.
 *
 * @param path from the site's root, with a slash at its beginning
 */
export function isPrecached(path: string): boolean {
	return !/^\/([a-z]{2}\/)?(embed|maps|large)\/|\/share\.png$|^\/(\.|_\w+$)|\/kiosk\.json$|^\/(404\b|sitemap\.xml$|robots\.txt$)/.test(
		path
	);
}
