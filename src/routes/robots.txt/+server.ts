import { absolute } from '$lib/site/address';

export const prerender = true;

/**
 * Search engines may read every file: pages that are no results of a search (frames, kiosk, large print) say so
 * themselves, and would not be heard if they could not be read. Only at the root of a host is this file looked for.
 */
export function GET() {
	return new Response(`User-agent: *\nDisallow:\n\nSitemap: ${absolute('/sitemap.xml')}\n`, {
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
}
