import { dev } from '$app/environment';
import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { embedPage, embedsOf } from '$lib/site/embeds';
import { frameScript } from '$lib/site/frame-script';

export const entries = () =>
	everyLanguage((lang) =>
		embedsOf(lang)
			.filter(({ id }) => id !== '')
			.map(({ id }) => ({ what: id }))
	);

export function load({ params }) {
	const page = embedPage(params.lang ?? DEFAULT_LANGUAGE, params.what);
	if (!page) error(404, `There is no beat, section, paragraph, map or person “${params.what}”.`);
	return { ...page, script: frameScript(dev) };
}
