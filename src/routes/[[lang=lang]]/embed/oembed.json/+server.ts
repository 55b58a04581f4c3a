import { json } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { oembed } from '$lib/site/oembed';

export const prerender = true;
export const trailingSlash = 'never';

/** The whole story's answer, for every language. */
export const entries = () => everyLanguage();

export function GET({ params }) {
	return json(oembed(params.lang ?? DEFAULT_LANGUAGE, ''));
}
