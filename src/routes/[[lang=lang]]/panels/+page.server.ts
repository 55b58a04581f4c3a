import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { pageHead } from '$lib/site/page-head';
import { pageHeader } from '$lib/site/page-header';
import { panelsPage } from '$lib/site/reference-pages';
import { everyLanguage } from '$lib/site/entries';

export const entries = () => everyLanguage();

export function load({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const page = panelsPage(lang);
	const { pagePanels: title, pagePanelsLead: description } = page.words;
	return {
		...page,
		head: pageHead(lang, 'panels/', { title, description }),
		header: pageHeader(lang, 'panels/')
	};
}
