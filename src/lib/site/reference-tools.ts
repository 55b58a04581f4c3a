import { entry } from '$lib/content/entry';
import type { EntryLink, Work } from '$lib/model/entries';
import { formatEventDate } from '$lib/model/event-date';
import type { Confidence } from '$lib/model/evidence';
import { localeOf } from '$lib/model/languages';
import type { Citation, PassageLink } from '$lib/model/prose';
import { entryAddress } from '$lib/model/reference';
import { confidenceWord } from '$lib/model/word-keys';
import { formatMessage } from '$lib/model/words';
import { cardNames } from './card-names';
import { citations, citedBy, type Citing } from './cited-by';
import { site } from './site';

/** The way from a page of reference to the story of its language. */
const BASE = '../';

/** What several pages of reference of one language need: their links, works and sentences of confidence. */
export function toolsOf(lang: string) {
	const { facts, words, ui, flow, story } = site(lang);
	const beats = flow.sections.flatMap((section) => section.beats);
	const cited = citedBy(citingOf(lang));
	const names = cardNames(flow);
	for (const { panel } of beats) if (panel) names.set(`panel-${panel.id}`, panel.heading);
	const linkTo = (card: string): EntryLink => ({
		href: BASE + entryAddress(card),
		text: names.get(card) ?? card
	});
	return {
		facts,
		words,
		ui,
		flow,
		story,
		beats,
		cited,
		/** In the alphabet of the language. */
		byName: new Intl.Collator(localeOf(lang), { ignorePunctuation: true, numeric: true }).compare,
		mentionsOf: flow.mentionsOf,
		passage: (beat: string): PassageLink => flow.links[beat] ?? { beat, text: beat },
		worksOf: (sources: readonly Citation[]): Work[] =>
			sources.map((source) => {
				const n = citations(cited.get(source.id));
				return { ...source, cited: n > 1 ? formatMessage(ui, 'sourceCited', { n }) : '' };
			}),
		sure: (confidence: Confidence) =>
			formatMessage(ui, 'confidence', { confidence: ui[confidenceWord(confidence)] }),
		linkTo,
		/** Entries that one leads to, as its field `see` has them. */
		linksTo: (see: readonly string[]): EntryLink[] =>
			see.map((target) => linkTo(target.replace(':', '-')))
	};
}

/** Everything on the site that rests on a work. */
function citingOf(lang: string): Citing[] {
	const { facts, words, ui, flow } = site(lang);
	const beats = flow.sections.flatMap((section) => section.beats);
	const ids = (sources: readonly Citation[]) => sources.map(({ id }) => id);
	const atBeat = (beat: string) => ({
		href: `${BASE}#${beat}`,
		text: flow.links[beat]?.text ?? beat
	});
	return [
		...flow.people.map(({ id, name, sources }) => ({
			works: ids(sources),
			group: ui.pagePeople,
			href: BASE + entryAddress(`person-${id}`),
			text: name
		})),
		...flow.places.map(({ id, name, sources }) => ({
			works: ids(sources),
			group: ui.pagePlaces,
			href: BASE + entryAddress(`place-${id}`),
			text: name
		})),
		...beats.flatMap(({ panel }) =>
			panel
				? {
						works: ids(panel.sources),
						group: ui.pagePanels,
						href: BASE + entryAddress(`panel-${panel.id}`),
						text: panel.heading
					}
				: []
		),
		...flow.terms.map(({ id, term, sources }) => ({
			works: ids(sources),
			group: ui.pageGlossary,
			href: BASE + entryAddress(`term-${id}`),
			text: term
		})),
		...Object.entries(facts['timeline.yaml']).map(([id, { date, sources }]) => ({
			works: sources,
			group: ui.pageTimeline,
			href: `${BASE}timeline/#${id}`,
			text: `${formatEventDate(lang, date)} · ${entry(words['timeline.yaml'], id).place}`
		})),
		...beats.flatMap(({ id, notes }) =>
			notes.map(({ sources }) => ({ works: ids(sources), group: ui.historian, ...atBeat(id) }))
		),
		...beats.flatMap(({ id, chart }) =>
			chart ? { works: ids(chart.sources), group: ui.kioskChart, ...atBeat(id) } : []
		),
		...(['states.yaml', 'territories.yaml', 'regions.yaml', 'missiles.yaml'] as const).flatMap(
			(file) =>
				Object.values(facts[file]).map(({ sources }) => ({
					works: sources,
					group: ui.mapPageLink,
					href: `${BASE}map/`,
					text: ui.mapPageTitle
				}))
		)
	];
}
