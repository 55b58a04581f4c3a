import { json } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { site } from '$lib/site/site';

export const prerender = true;
export const trailingSlash = 'never';

/** What the pictures beside the map are drawn from: one file for every language. */
export const entries = () => everyLanguage();

export function GET({ params }) {
	return json(site(params.lang ?? DEFAULT_LANGUAGE).pictures);
}
