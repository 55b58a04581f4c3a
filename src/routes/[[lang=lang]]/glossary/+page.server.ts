import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { pageHead } from '$lib/site/page-head';
import { pageHeader } from '$lib/site/page-header';
import { glossaryPage } from '$lib/site/reference-pages';
import { everyLanguage } from '$lib/site/entries';

export const entries = () => everyLanguage();

export function load({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const page = glossaryPage(lang);
	const { pageGlossary: title, pageGlossaryLead: description } = page.words;
	return {
		...page,
		head: pageHead(lang, 'glossary/', { title, description }),
		header: pageHeader(lang, 'glossary/')
	};
}
