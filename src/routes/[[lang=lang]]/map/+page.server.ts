import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { mapPage } from '$lib/site/map-page';
import { pageHead } from '$lib/site/page-head';
import { pageHeader } from '$lib/site/page-header';

export function load({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const page = mapPage(lang);
	const { mapPageTitle: title, mapPageLead: description } = page.words;
	return {
		...page,
		head: pageHead(lang, 'map/', { title, description }),
		header: pageHeader(lang, 'map/')
	};
}
