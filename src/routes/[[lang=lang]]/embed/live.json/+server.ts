import { json } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/model/languages';
import { liveData } from '$lib/server/embeds';

export const prerender = true;
export const trailingSlash = 'never';

/** One file for every language. */
export function entries() {
	return LANGUAGES.map((lang) => ({ lang: lang === DEFAULT_LANGUAGE ? undefined : lang }));
}

export function GET({ params }) {
	return json(liveData(params.lang ?? DEFAULT_LANGUAGE));
}
