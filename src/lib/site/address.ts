import { siteUrl } from './site-url.mjs';

/**
 * The absolute address of a page: the only kind of address that needs to know where the site stands.
 *
 * @param path from the site's root, with a slash at its beginning
 */
export function absolute(path: string): string {
	return siteUrl().replace(/\/$/, '') + path;
}
