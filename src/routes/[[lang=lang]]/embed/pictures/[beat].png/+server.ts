import { error } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { embedPicture } from '$lib/site/embed-pictures';
import { pictureNames } from '$lib/site/picture-names';

export const prerender = true;
export const trailingSlash = 'never';

/** One picture for every beat of every language, and the maps that frames of maps stand for. */
export const entries = () => everyLanguage((lang) => pictureNames(lang).map((beat) => ({ beat })));

export async function GET({ params }) {
	const picture = await embedPicture(params.lang ?? DEFAULT_LANGUAGE, params.beat);
	if (!picture) error(404, `There is no beat “${params.beat}” in the story.`);
	return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
}
