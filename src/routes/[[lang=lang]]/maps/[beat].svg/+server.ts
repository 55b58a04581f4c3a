import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { renderScene, STILL } from '$lib/site/render-scene';
import { beatIds, mapOf } from '$lib/site/site';
import { slimSvg } from '$lib/site/slim-svg';

export const prerender = true;
export const trailingSlash = 'never';

/** One still map for every beat of every language. */
export const entries = () => everyLanguage((lang) => beatIds(lang).map((beat) => ({ beat })));

export function GET({ params }) {
	const shown = mapOf(params.lang ?? DEFAULT_LANGUAGE, params.beat);
	if (!shown) error(404, `There is no beat “${params.beat}” in the story.`);
	return new Response(slimSvg(renderScene(shown.map, STILL, shown.sentence)), {
		headers: { 'content-type': 'image/svg+xml' }
	});
}
