import { DEFAULT_LANGUAGE } from '$lib/model/languages';

/** The page that makes snippets, in one language. */
export interface LanguageLink {
	readonly lang: string;
	/** Its name in itself. */
	readonly name: string;
	/** Of the page, from the root of the site, without a slash at its beginning. */
	readonly path: string;
}

/** Links from each language's page to the others; snippets are in the language of their page. */
export const languageLinks = (languages: readonly string[]): LanguageLink[] =>
	languages.map((lang) => ({
		lang,
		name: new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang,
		path: `${lang === DEFAULT_LANGUAGE ? '' : `${lang}/`}embed-this/`
	}));
