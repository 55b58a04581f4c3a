import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { pageHead } from '$lib/site/page-head';
import { pageHeader } from '$lib/site/page-header';
import { placesPage } from '$lib/site/reference-pages';
import { SMALL_STILL } from '$lib/site/render-scene';
import { everyLanguage } from '$lib/site/entries';

export const entries = () => everyLanguage();

export function load({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	const page = placesPage(lang);
	const { pagePlaces: title, pagePlacesLead: description } = page.words;
	return {
		...page,
		/** Of its maps, CSS px. */
		size: SMALL_STILL,
		head: pageHead(lang, 'places/', { title, description }),
		header: pageHeader(lang, 'places/')
	};
}
