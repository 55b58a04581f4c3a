import { entry } from '$lib/content/entry';
import { render } from 'svelte/server';
import KioskBeat from '$lib/prose/KioskBeat.svelte';
import KioskSheets from '$lib/prose/KioskSheets.svelte';
import { namesIn } from '$lib/prose/names';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { ServerHtml } from '$lib/model/server-html';
import type { KioskPage } from '$lib/kiosk/page';
import { KIOSK_WORDS } from '$lib/kiosk/words';
import { LEGEND_KEYS } from '$lib/model/legend';
import { legendWord } from '$lib/model/word-keys';
import { pickWords, type WordsOf } from '$lib/model/words';
import { TABLE_WORDS } from '$lib/stage/table/words';
import { absolute } from './address';
import { still } from './markup';
import { cardNames } from './card-names';
import { site } from './site';
import { withoutLinks } from './without-links';

/** Keys of the words that the kiosk needs in the browser: its own and those of other rooms' components in it. */
const PAGE_WORDS = [...KIOSK_WORDS, ...TABLE_WORDS, ...LEGEND_KEYS.map(legendWord)];

type PageWords = WordsOf<(typeof PAGE_WORDS)[number]>;

/**
 * Builds the kiosk's page.
 *
 * @throws ContentError when the content is broken
 */
export function kioskPage(lang: string): KioskPage & { readonly words: PageWords } {
	const { facts, words, ui, story, flow } = site(lang);
	const beats = flow.sections.flatMap((section) => section.beats);
	const named = cardNames(flow);
	const marked = new Map(
		story.beats.map(({ id, map }) => [id, map.marks.map(({ place }) => place)] as const)
	);
	const names = Object.fromEntries(
		beats.map((beat) => [
			beat.id,
			namesIn(beat, marked.get(beat.id) ?? [], (card) => named.get(card))
		])
	);
	const total = flow.sections.filter(({ number }) => number !== null).length;
	const inside = (name: string, html: string) =>
		ServerHtml.rendered(name, withoutLinks(still(name, html).html));
	return {
		story,
		words: pickWords(ui, PAGE_WORDS),
		title: story.beats[0]?.title ?? '',
		beats: inside(
			'beats',
			`<div class="beats" data-server-html="beats">${flow.sections
				.flatMap((section) =>
					section.beats.map(
						(beat) =>
							render(KioskBeat, {
								props: { beat, section, total, strip: flow.strip, words: ui }
							}).body
					)
				)
				.join('')}</div>`
		),
		sheets: inside(
			'sheets',
			render(KioskSheets, {
				props: {
					beats,
					people: flow.people,
					places: flow.places,
					terms: flow.terms,
					names,
					words: ui
				}
			}).body
		),
		shortest: Object.fromEntries(
			facts['story.yaml'].sections.flatMap((section) =>
				section.beats.map(({ id, tour }) => [id, tour])
			)
		),
		openers: Object.fromEntries(
			beats.map((beat) => [
				beat.id,
				{
					background: beat.panel?.value ?? null,
					guess: beat.guess !== null,
					notes: beat.notes.length,
					names: names[beat.id]?.length ?? 0,
					chart: beat.chart?.picture.title ?? null
				}
			])
		),
		attract: facts['story.yaml'].attract.map((beat) => ({
			beat,
			sentence: entry(words['story.yaml'].attract, beat)
		})),
		site: absolute('/'),
		folder: lang === DEFAULT_LANGUAGE ? '' : `${lang}/`
	};
}
