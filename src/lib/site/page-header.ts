import { render } from 'svelte/server';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import type { ServerHtml } from '$lib/model/server-html';
import PageHeader from '$lib/prose/reference/PageHeader.svelte';
import { PLACE_KEY } from '$lib/reading/storage';
import { keepOffline } from '$lib/start/keep-offline';
import { showWayBack } from '$lib/start/way-back';
import type { PublicPage } from './address';
import { site } from './site';
import { still } from './markup';

/**
 * The header of every page but the story: the way into the story, back to the passage that was read last, and to all
 * other pages. It is rendered once; its script is its own, for most of these pages have no other.
 *
 * @param here the page itself; null for one that no menu names
 * @param base the way from the page to the story of its language
 * @param lost true for the page of lost addresses, whose `<base>` would send the skip link elsewhere
 */
export function pageHeader(
	lang: string,
	here: PublicPage | null,
	{ base = '../', lost = false }: { base?: string; lost?: boolean } = {}
): ServerHtml {
	const { ui: words, story } = site(lang);
	const titles = Object.fromEntries(story.beats.map(({ id, title }) => [id, title]));
	const worker = `${lang === DEFAULT_LANGUAGE ? base : `${base}../`}service-worker.js`;
	// Words in a script must not end it.
	const given = [PLACE_KEY, titles, words.pageStoryAt].map((value) =>
		JSON.stringify(value).replaceAll('<', '\\u003c')
	);
	const { body } = render(PageHeader, {
		props: {
			words,
			base,
			here,
			lost,
			sections: story.sections.map(({ number, title, beats: [beat = ''] }) => ({
				number,
				title,
				beat
			})),
			script:
				`<script>(${showWayBack})(${given.join(',')});` +
				`(${keepOffline})(${JSON.stringify(worker)})</script>`
		}
	});
	return still('header', body);
}
