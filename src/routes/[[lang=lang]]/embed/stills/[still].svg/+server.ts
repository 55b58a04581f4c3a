import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/model/languages';
import { embedStill, stillsOf } from '$lib/server/embed-stills';

export const prerender = true;
export const trailingSlash = 'never';

/** Two stills for every beat of every language. */
export function entries() {
	return LANGUAGES.flatMap((lang) =>
		stillsOf(lang).map((still) => ({ lang: lang === DEFAULT_LANGUAGE ? undefined : lang, still }))
	);
}

export function GET({ params }) {
	const svg = embedStill(params.lang ?? DEFAULT_LANGUAGE, params.still);
	if (!svg)
		error(
			404,
			`There is no still map “${params.still}”; ask for a beat and a shape, as in cover.wide.`
		);
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}
