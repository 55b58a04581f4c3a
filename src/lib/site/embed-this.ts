import { languageLinks } from '$lib/embed/maker/languages';
import { LANGUAGES } from '$lib/model/languages';
import { siteOf, oembedAddress } from './embeds';
import { snippetPlace, thingsOf } from './embed-things';
import type { EmbedThisPage } from '$lib/embed/maker/data';
import { content, imprintOf } from './page';
import { wordsOf } from '$lib/content/story';

/** Words of the page; those of the frames themselves stay in the frames. */
const WORDS = /^(site|clear|corrections$|embed(This|Kind|Mode|Theme|Frame|Credit|MapOf))/;

/** Builds the page where snippets are made. @throws ContentError when the content is broken */
export function embedThisPage(lang: string): EmbedThisPage {
	const words = wordsOf(content(), lang)['ui.yaml'];
	return {
		things: thingsOf(lang),
		place: snippetPlace(lang),
		words: Object.fromEntries(Object.entries(words).filter(([key]) => WORDS.test(key))),
		languages: languageLinks(LANGUAGES),
		imprint: imprintOf(content()),
		canonical: `${siteOf(lang)}embed-this/`,
		oembed: oembedAddress(lang, '')
	};
}
