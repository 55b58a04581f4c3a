import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { manifest } from '$lib/site/manifest';

export const prerender = true;
export const entries = () => everyLanguage();

/** What a browser needs to put the site on a home screen. */
export function GET({ params }) {
	return new Response(JSON.stringify(manifest(params.lang ?? DEFAULT_LANGUAGE)), {
		headers: { 'content-type': 'application/manifest+json' }
	});
}
