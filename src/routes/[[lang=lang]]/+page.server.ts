import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { absolute } from '$lib/site/address';
import { oembedAddress } from '$lib/site/embeds';
import { storyPage } from '$lib/site/story-page';

export function load({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	return {
		...storyPage(lang),
		canonical: absolute(params.lang ? `/${params.lang}/` : '/'),
		oembed: oembedAddress(lang, ''),
		shareImage: absolute(params.lang ? `/${params.lang}/share.png` : '/share.png')
	};
}
