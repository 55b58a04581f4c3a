import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { readStillName, stillNames } from '$lib/site/picture-names';
import { renderPicture } from '$lib/site/render-picture';
import { renderScene, STILL_IN_WORDS } from '$lib/site/render-scene';
import { mapOf } from '$lib/site/site';
import { NEAR, slimSvg } from '$lib/site/slim-svg';

export const prerender = true;
export const trailingSlash = 'never';

/** One still for the words of every beat, in every language, and a second one of the beat that asks. */
export const entries = () => everyLanguage((lang) => stillNames(lang).map((beat) => ({ beat })));

export function GET({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const { beat, answered } = readStillName(params.beat);
	const shown = mapOf(lang, beat);
	if (!shown) error(404, `There is no beat “${beat}” in the story.`);
	const picture =
		renderPicture(lang, beat, STILL_IN_WORDS, { answered }) ??
		slimSvg(renderScene(shown.map, STILL_IN_WORDS, shown.sentence), NEAR);
	return new Response(picture, { headers: { 'content-type': 'image/svg+xml' } });
}
