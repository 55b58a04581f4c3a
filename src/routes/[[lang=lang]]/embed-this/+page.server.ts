import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { embedThisPage } from '$lib/site/embed-this';
import { pageHead } from '$lib/site/page-head';
import { pageHeader } from '$lib/site/page-header';
import { site } from '$lib/site/site';

export function load({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const { ui: words } = site(lang);
	return {
		...embedThisPage(lang),
		head: pageHead(lang, 'embed-this/', {
			title: words.embedThisTitle,
			description: words.embedThisDescription
		}),
		header: pageHeader(lang, 'embed-this/')
	};
}
