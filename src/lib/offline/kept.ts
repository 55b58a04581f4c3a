/**
 * What of the built site is kept in the reader's browser: everything that the story and the kiosk need. Frames for
 * other people's articles are no business of this site's own pages, pictures for other sites neither, and the still
 * maps stand in for a map that cannot be drawn, which is kept. Files for the host (`_headers`, `.nojekyll`) are not served by
 * many hosts.
 *
 * @param path from the site's root, with a slash at its beginning
 */
export function isKept(path: string): boolean {
	return !/^\/([a-z]{2}\/)?(embed|maps|large)\/|\.png$|^\/(\.|_\w+$)|\/kiosk\.json$|^\/404\b/.test(
		path
	);
}
