import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { buildStory, wordsOf } from '$lib/content/story';
import { content } from '$lib/site/page';
import { shareImage } from '$lib/site/share-image';

export const prerender = true;
export const trailingSlash = 'never';

/** One picture for every language. */
export const entries = () => everyLanguage();

export async function GET({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const [cover] = buildStory(content(), lang).beats;
	const words = wordsOf(content(), lang);
	if (!cover) throw new Error('The story has no beats; the share image shows the first.');
	const picture = await shareImage(
		cover.map,
		{
			site: words['ui.yaml'].siteTitle ?? '',
			title: cover.title,
			below: words['ui.yaml'].siteSubtitle ?? ''
		},
		words['story.yaml'].beats[cover.id]?.map ?? cover.title
	);
	return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
}
