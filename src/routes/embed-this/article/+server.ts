import { ARTICLE } from '$lib/embed/maker/article';

export const prerender = true;
export const trailingSlash = 'always';

/** The article of the preview: a page of its own, so that its policy means this site by `'self'` in every browser. */
export function GET() {
	// Exactly this type, or SvelteKit does not write it as a page into its folder.
	return new Response(ARTICLE, { headers: { 'content-type': 'text/html' } });
}
