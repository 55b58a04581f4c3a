import { languageLinks, type LanguageLink } from '$lib/embed/maker/languages';
import { LANGUAGES } from '$lib/model/languages';
import type { SnippetPlace } from '$lib/embed/snippet';
import type { Imprint } from '$lib/story/types';
import type { Words } from '$lib/ui/words';
import { siteOf, oembedAddress } from './embeds';
import { snippetPlace, thingsOf, type EmbedThing } from './embed-things';
import { content, imprintOf } from './page';
import { wordsOf } from './content/story';

/** Everything that the page where snippets are made knows. */
export interface EmbedThisPage {
	readonly things: readonly EmbedThing[];
	readonly place: SnippetPlace;
	readonly words: Words;
	readonly languages: readonly LanguageLink[];
	readonly imprint: Imprint;
	readonly canonical: string;
	readonly oembed: string;
}

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
