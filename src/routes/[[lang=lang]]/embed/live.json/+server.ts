import { json } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { liveData } from '$lib/site/embeds';

export const prerender = true;
export const trailingSlash = 'never';

/** One file for every language. */
export const entries = () => everyLanguage();

export function GET({ params }) {
	return json(liveData(params.lang ?? DEFAULT_LANGUAGE));
}
