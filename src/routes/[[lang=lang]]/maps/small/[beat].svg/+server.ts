import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { placesPage } from '$lib/site/reference-pages';
import { renderScene, SMALL_STILL } from '$lib/site/render-scene';
import { mapOf } from '$lib/site/site';
import { NEAR, slimSvg } from '$lib/site/slim-svg';

export const prerender = true;
export const trailingSlash = 'never';

/** A small map for every beat that the page of places shows. */
export const entries = () =>
	everyLanguage((lang) =>
		[...new Set(placesPage(lang).entries.flatMap(({ map }) => (map ? [map.beat] : [])))].map(
			(beat) => ({ beat })
		)
	);

export function GET({ params }) {
	const shown = mapOf(params.lang ?? DEFAULT_LANGUAGE, params.beat);
	if (!shown) error(404, `There is no beat “${params.beat}” in the story.`);
	return new Response(slimSvg(renderScene(shown.map, SMALL_STILL, shown.sentence), NEAR), {
		headers: { 'content-type': 'image/svg+xml' }
	});
}
