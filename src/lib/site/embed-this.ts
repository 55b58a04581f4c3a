import { languageLinks } from '$lib/embed/maker/languages';
import { LANGUAGES } from '$lib/model/languages';
import { oembedAddress } from './embeds';
import { snippetPlace, thingsOf } from './embed-things';
import type { EmbedThisPage } from '$lib/embed/maker/data';
import { MAKER_WORDS } from '$lib/embed/maker/words';
import { pickWords } from '$lib/model/words';
import { site } from './site';

/** Builds the page where snippets are made. @throws ContentError when the content is broken */
export function embedThisPage(lang: string): EmbedThisPage {
	const { ui, imprint } = site(lang);
	return {
		things: thingsOf(lang),
		place: snippetPlace(lang),
		words: pickWords(ui, MAKER_WORDS),
		languages: languageLinks(LANGUAGES),
		imprint,
		oembed: oembedAddress(lang, '')
	};
}
