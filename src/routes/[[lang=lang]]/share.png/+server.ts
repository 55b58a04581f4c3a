import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { shareImage } from '$lib/site/share-image';
import { site } from '$lib/site/site';

export const prerender = true;
export const trailingSlash = 'never';

/** One picture for every language. */
export const entries = () => everyLanguage();

export function GET({ params }) {
	const { story, words, ui } = site(params.lang ?? DEFAULT_LANGUAGE);
	const [cover] = story.beats;
	if (!cover) throw new Error('The story has no beats; the share image shows the first.');
	const picture = shareImage(
		cover.map,
		{
			site: ui.siteTitle,
			title: cover.title,
			below: ui.siteSubtitle
		},
		words['story.yaml'].beats[cover.id]?.map ?? cover.title
	);
	return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
}
