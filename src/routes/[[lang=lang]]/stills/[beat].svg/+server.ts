import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { readStillName, stillNames } from '$lib/site/picture-names';
import { renderPicture } from '$lib/site/render-picture';
import { PICTURE_STILL } from '$lib/site/render-scene';

export const prerender = true;
export const trailingSlash = 'never';

/** One still picture for every beat that opens with one, in every language, and a second one of the beat that asks. */
export const entries = () => everyLanguage((lang) => stillNames(lang).map((beat) => ({ beat })));

export function GET({ params }) {
	const { beat, answered } = readStillName(params.beat);
	const picture = renderPicture(params.lang ?? DEFAULT_LANGUAGE, beat, PICTURE_STILL, { answered });
	if (!picture)
		error(404, `No picture of the beat “${params.beat}” is kept; its first one is the map.`);
	return new Response(picture, { headers: { 'content-type': 'image/svg+xml' } });
}
