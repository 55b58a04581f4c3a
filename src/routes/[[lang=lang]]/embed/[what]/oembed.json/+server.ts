import { error, json } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { embedsOf } from '$lib/site/embeds';
import { oembed } from '$lib/site/oembed';

export const prerender = true;
export const trailingSlash = 'never';

export const entries = () =>
	everyLanguage((lang) =>
		embedsOf(lang)
			.filter(({ id }) => id !== '')
			.map(({ id }) => ({ what: id }))
	);

export function GET({ params }) {
	const answer = oembed(params.lang ?? DEFAULT_LANGUAGE, params.what);
	if (!answer) {
		error(404, `There is no beat, section, paragraph, map or person “${params.what}”.`);
	}
	return json(answer);
}
