import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { absolute } from '$lib/site/address';
import { largePage } from '$lib/site/large-page';
import { beatIds } from '$lib/site/site';

/** One page in large print for every beat of every language. */
export const entries = () => everyLanguage((lang) => beatIds(lang).map((beat) => ({ beat })));

export function load({ params }) {
	const page = largePage(params.lang ?? DEFAULT_LANGUAGE, params.beat);
	if (!page) error(404, `There is no beat “${params.beat}” in the story.`);
	const folder = params.lang ? `/${params.lang}/` : '/';
	return { ...page, canonical: absolute(`${folder}large/${params.beat}/`) };
}
