import { json } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/model/languages';
import { oembed } from '$lib/server/oembed';

export const prerender = true;
export const trailingSlash = 'never';

/** The whole story's answer, for every language. */
export function entries() {
	return LANGUAGES.map((lang) => ({ lang: lang === DEFAULT_LANGUAGE ? undefined : lang }));
}

export function GET({ params }) {
	return json(oembed(params.lang ?? DEFAULT_LANGUAGE, ''));
}
