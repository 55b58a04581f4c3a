import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { embedStill, stillsOf } from '$lib/site/embed-stills';

export const prerender = true;
export const trailingSlash = 'never';

/** Two stills for every beat of every language, and some maps. */
export const entries = () => everyLanguage((lang) => stillsOf(lang).map((still) => ({ still })));

export function GET({ params }) {
	const svg = embedStill(params.lang ?? DEFAULT_LANGUAGE, params.still);
	if (!svg)
		error(
			404,
			`There is no still “${params.still}”; ask for a beat and a shape, as in cover.wide.`
		);
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}
