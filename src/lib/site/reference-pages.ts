import { entry } from '$lib/content/entry';
import { citer } from '$lib/content/cite';
import type {
	EntryLink,
	EventEntry,
	JumpLink,
	PanelEntry,
	PersonEntry,
	PlaceEntry,
	TermEntry,
	Work,
	WorkEntry
} from '$lib/model/entries';
import type { Confidence } from '$lib/model/evidence';
import { daysOf, formatEventDate } from '$lib/model/event-date';
import { localeOf } from '$lib/model/languages';
import { cardsOf, mentionsIn } from '$lib/model/mentions';
import { namesOf } from './names-of';
import type { Citation, FlowBeat, PassageLink } from '$lib/model/prose';
import { entryAddress } from '$lib/model/reference';
import { confidenceWord } from '$lib/model/word-keys';
import { formatMessage } from '$lib/model/words';
import { citations, citedBy, type CitedBy, type Citing } from './cited-by';
import { site } from './site';

/** The way from a page of reference to the story of its language. */
const BASE = '../';

/** The beat whose strip shows events of the timeline (`Flow.svelte`). */
const STRIP_BEAT = 'october';

/** What several pages of one language need. */
function toolsOf(lang: string) {
	const { facts, words, ui, flow, story } = site(lang);
	const beats = flow.sections.flatMap((section) => section.beats);
	const passages = new Map(beats.map((beat) => [beat.id, passageLink(beat)]));
	const cited = citedBy(citingOf(lang, passages));
	const names = new Map<string, string>([
		...flow.people.map(({ id, name }) => [`person-${id}`, name] as const),
		...flow.places.map(({ id, name }) => [`place-${id}`, name] as const),
		...flow.terms.map(({ id, term }) => [`term-${id}`, term] as const),
		...beats.flatMap(({ panel }) => (panel ? [[`panel-${panel.id}`, panel.heading] as const] : []))
	]);
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
		mentionsOf: mentionsIn(beats, namesOf(facts, words)),
		passage: (beat: string): PassageLink => passages.get(beat) ?? { beat, text: beat },
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

/** A passage by its number and title. */
function passageLink({ id, title, passages: [first] }: FlowBeat): PassageLink {
	return { beat: id, text: first && !first.named ? `${first.label} · ${title}` : title };
}

/** Everything on the site that rests on a work. */
function citingOf(lang: string, passages: ReadonlyMap<string, PassageLink>): Citing[] {
	const { facts, words, ui, flow } = site(lang);
	const beats = flow.sections.flatMap((section) => section.beats);
	const ids = (sources: readonly Citation[]) => sources.map(({ id }) => id);
	const atBeat = (beat: string) => ({
		href: `${BASE}#${beat}`,
		text: passages.get(beat)?.text ?? beat
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

/** The page of people. @throws ContentError when the content is broken, as every page does */
export function peoplePage(lang: string) {
	const { facts, ui, flow, byName, mentionsOf, passage, worksOf } = toolsOf(lang);
	const people = flow.people.toSorted((a, b) => byName(a.name, b.name));
	return {
		words: ui,
		sections: flow.sections.map(({ beats }) => beats.map(({ id }) => id)),
		jump: people.map(({ id, name }): JumpLink => ({ id, text: name })),
		entries: people.map((person): PersonEntry => {
			const { id, inTelegram, sources } = person;
			const { native = {}, spellings } = entry(facts['people.yaml'], id);
			const { telegram, narration } = mentionsOf(`person-${id}`);
			const told = new Set(inTelegram.map(({ beat }) => beat));
			const others = (beats: readonly string[]) =>
				beats.filter((beat) => !told.has(beat)).map(passage);
			return {
				id,
				person,
				// A name that is the same in both languages needs no second line.
				native: Object.entries(native)
					.filter(([, name]) => name !== person.name)
					.map(([lang, name]) => ({ lang, name })),
				// Those in other scripts are among the native names.
				spellings: spellings.filter((name) => /\p{Script=Latin}/u.test(name)),
				namedAlso: others(telegram),
				narrated: others(narration),
				passages: Object.fromEntries([...told].map((beat) => [beat, passage(beat).text])),
				works: worksOf(sources)
			};
		})
	};
}

/** The page of places. */
export function placesPage(lang: string) {
	const { facts, words, ui, flow, story, byName, mentionsOf, passage, worksOf, linksTo } =
		toolsOf(lang);
	const places = flow.places.toSorted((a, b) => byName(a.name, b.name));
	/** The map that is most about a place: one that it is the subject of, and of these the closest. */
	const mapOf = (place: string): PlaceEntry['map'] => {
		const [best] = story.beats
			.flatMap(({ id, title, map }) => {
				const mark = map.marks.find((mark) => mark.place === place);
				return mark ? [{ id, title, focus: mark.focus, km: map.view.km[0] }] : [];
			})
			.toSorted((a, b) => Number(b.focus) - Number(a.focus) || a.km - b.km);
		return best
			? {
					beat: best.id,
					title: best.title,
					sentence: entry(words['story.yaml'].beats, best.id).map
				}
			: null;
	};
	return {
		words: ui,
		jump: places.map(({ id, name }): JumpLink => ({ id, text: name })),
		entries: places.map((place): PlaceEntry => {
			const { telegram, narration } = mentionsOf(`place-${place.id}`);
			const known = new Set([...telegram, ...narration]);
			return {
				id: place.id,
				place,
				told: telegram.map(passage),
				narrated: narration.map(passage),
				marked: place.marked.filter(({ beat }) => !known.has(beat)),
				see: linksTo(entry(facts['places.yaml'], place.id).see),
				map: mapOf(place.id),
				works: worksOf(place.sources)
			};
		})
	};
}

/** The page of panels, in the order of the story. */
export function panelsPage(lang: string) {
	const { ui, beats, passage, worksOf, linkTo } = toolsOf(lang);
	const entries = beats.flatMap((beat): PanelEntry[] => {
		const { panel } = beat;
		if (!panel) return [];
		const named = cardsOf([...beat.passages.flatMap(({ runs }) => runs), ...beat.narration.flat()]);
		return [
			{
				id: panel.id,
				panel,
				passage: passage(beat.id),
				near: [...named].map(linkTo),
				works: worksOf(panel.sources)
			}
		];
	});
	return {
		words: ui,
		jump: entries.map(({ id, panel }): JumpLink => ({ id, text: panel.heading })),
		entries
	};
}

/** The glossary. */
export function glossaryPage(lang: string) {
	const { facts, ui, flow, byName, mentionsOf, passage, worksOf, sure, linksTo } = toolsOf(lang);
	const terms = flow.terms.toSorted((a, b) => byName(a.term, b.term));
	return {
		words: ui,
		jump: terms.map(({ id, term }): JumpLink => ({ id, text: term })),
		entries: terms.map((term): TermEntry => {
			const { telegram, narration } = mentionsOf(`term-${term.id}`);
			const { sources, confidence, see } = entry(facts['glossary.yaml'], term.id);
			const general = sources.every((id) => id === 'GK') ? 'general-knowledge' : undefined;
			const how = confidence ?? general;
			return {
				id: term.id,
				term,
				sure: how ? sure(how) : ui.entryDefined,
				told: telegram.map(passage),
				narrated: narration.map(passage),
				see: linksTo(see),
				works: worksOf(term.sources)
			};
		})
	};
}

/** The timeline, by date. */
export function timelinePage(lang: string) {
	const { facts, words, ui, beats: all, passage, worksOf, sure, linksTo } = toolsOf(lang);
	const cite = citer(facts['sources.yaml'].works);
	return {
		words: ui,
		entries: Object.entries(facts['timeline.yaml'])
			.map(([id, { date, sources, confidence, strip, beats, see }]): EventEntry => {
				const { place, time = '', text } = entry(words['timeline.yaml'], id);
				const telling = new Set(strip ? [STRIP_BEAT, ...beats] : beats);
				return {
					id,
					day: formatEventDate(lang, date),
					date: daysOf(date).from,
					place,
					time,
					text,
					sure: sure(confidence),
					passages: all.filter((beat) => telling.has(beat.id)).map((beat) => passage(beat.id)),
					see: linksTo(see),
					here: strip === 'here',
					works: worksOf(cite(sources))
				};
			})
			// The order of the content decides within a day.
			.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
	};
}

/** The register of works, by the letter that each begins with. */
export function sourcesPage(lang: string) {
	const { facts, ui, byName, cited } = toolsOf(lang);
	const { works } = facts['sources.yaml'];
	const entries = citer(works)(Object.keys(works))
		.toSorted((a, b) => byName(a.text, b.text))
		.map((work): WorkEntry => ({ ...work, citedBy: (cited.get(work.id) ?? []) as CitedBy[] }));
	const letters = new Map<string, WorkEntry[]>();
	for (const work of entries) {
		const letter = firstLetter(work.text, lang) || ui.entryNumbers;
		letters.set(letter, [...(letters.get(letter) ?? []), work]);
	}
	return {
		words: ui,
		letters: [...letters].map(([letter, works]) => ({ letter, works })),
		jump: [...letters].map(([letter, [first]]): JumpLink => ({ id: first?.id ?? '', text: letter }))
	};
}

/** The letter under which a text is looked up, without accents and quotation marks; empty when it begins with a number. */
const firstLetter = (text: string, lang: string): string =>
	(/^[^\p{L}\p{N}]*(\p{L})/u.exec(text.normalize('NFD'))?.[1] ?? '').toLocaleUpperCase(
		localeOf(lang)
	);
