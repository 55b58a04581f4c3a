import { json } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { cardsOf } from '$lib/site/cards';
import { everyLanguage } from '$lib/site/entries';

export const prerender = true;
export const trailingSlash = 'never';

/** One file for every language. */
export const entries = () => everyLanguage();

export function GET({ params }) {
	return json(cardsOf(params.lang ?? DEFAULT_LANGUAGE));
}
