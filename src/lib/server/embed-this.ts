import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/model/languages';
import type { SnippetPlace } from '$lib/embed/snippet';
import type { Words } from '$lib/ui/words';
import { siteOf, oembedAddress } from './embeds';
import { snippetPlace, thingsOf, type EmbedThing } from './embed-things';
import { content } from './page';
import { wordsOf } from './content/story';

/** A language that the page can be read, and snippets made, in. */
export interface LanguageLink {
	readonly lang: string;
	/** Its name in itself. */
	readonly name: string;
	/** Of this page in that language, from the root of the site, without a slash at its beginning. */
	readonly path: string;
}

/** Everything that the page where snippets are made knows. */
export interface EmbedThisPage {
	readonly things: readonly EmbedThing[];
	readonly place: SnippetPlace;
	readonly words: Words;
	readonly languages: readonly LanguageLink[];
	readonly canonical: string;
	readonly oembed: string;
}

/** Words of the page; those of the frames themselves stay in the frames. */
const WORDS = /^(site|embed(This|Kind|Mode|Theme|Frame|Credit|MapOf))/;

/** Builds the page where snippets are made. @throws ContentError when the content is broken */
export function embedThisPage(lang: string): EmbedThisPage {
	const words = wordsOf(content(), lang)['ui.yaml'];
	return {
		things: thingsOf(lang),
		place: snippetPlace(lang),
		words: Object.fromEntries(Object.entries(words).filter(([key]) => WORDS.test(key))),
		languages: languageLinks(LANGUAGES),
		canonical: `${siteOf(lang)}embed-this/`,
		oembed: oembedAddress(lang, '')
	};
}

/** Links from each language's page to the others. */
export const languageLinks = (languages: readonly string[]): LanguageLink[] =>
	languages.map((lang) => ({
		lang,
		name: new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang,
		path: `${lang === DEFAULT_LANGUAGE ? '' : `${lang}/`}embed-this/`
	}));
