import { sitemap } from '$lib/site/sitemap';

export const prerender = true;

/** The public pages, for search engines. */
export function GET() {
	return new Response(sitemap(), { headers: { 'content-type': 'application/xml' } });
}
