import { languageLinks } from '$lib/embed/maker/languages';
import { LANGUAGES } from '$lib/model/languages';
import { siteOf, oembedAddress } from './embeds';
import { snippetPlace, thingsOf } from './embed-things';
import type { EmbedThisPage } from '$lib/embed/maker/data';
import { site } from './site';

/** Words of the page; those of the frames themselves stay in the frames. */
const WORDS = /^(site|clear|corrections$|embed(This|Kind|Mode|Theme|Frame|Credit|MapOf))/;

/** Builds the page where snippets are made. @throws ContentError when the content is broken */
export function embedThisPage(lang: string): EmbedThisPage {
	const { ui, imprint } = site(lang);
	return {
		things: thingsOf(lang),
		place: snippetPlace(lang),
		words: Object.fromEntries(Object.entries(ui).filter(([key]) => WORDS.test(key))),
		languages: languageLinks(LANGUAGES),
		imprint,
		canonical: `${siteOf(lang)}embed-this/`,
		oembed: oembedAddress(lang, '')
	};
}
