/** The site's address without `SITE_URL`: the one that `npm start` prints. */
export const LOCAL_SITE_URL = 'http://localhost:4173';

/**
 * The one setting for absolute addresses (canonical links, share data): the environment's `SITE_URL`.
 *
 * @returns {string} an absolute http(s) address without query, fragment or slash at its end
 * @throws {Error} a sentence, when `SITE_URL` is no such address
 */
export function siteUrl() {
	const given = process.env.SITE_URL?.trim() || LOCAL_SITE_URL;
	const url = URL.canParse(given) ? new URL(given) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
		throw new Error(
			`SITE_URL is “${given}”; it must be a whole address such as https://example.org/telegram-1856, without ? and #.`
		);
	}
	return url.href.replace(/\/+$/, '');
}
