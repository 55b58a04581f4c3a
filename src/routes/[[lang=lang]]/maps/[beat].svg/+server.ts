import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { content } from '$lib/site/page';
import { buildStory, wordsOf } from '$lib/content/story';
import { renderScene, STILL } from '$lib/site/render-scene';
import { slimSvg } from '$lib/site/slim-svg';

export const prerender = true;
export const trailingSlash = 'never';

/** One still map for every beat of every language. */
export const entries = () =>
	everyLanguage((lang) => buildStory(content(), lang).beats.map(({ id }) => ({ beat: id })));

export function GET({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const beat = buildStory(content(), lang).beats.find(({ id }) => id === params.beat);
	if (!beat) error(404, `There is no beat “${params.beat}” in the story.`);
	const sentence = wordsOf(content(), lang)['story.yaml'].beats[beat.id]?.map ?? beat.title;
	return new Response(slimSvg(renderScene(beat.map, STILL, sentence)), {
		headers: { 'content-type': 'image/svg+xml' }
	});
}
