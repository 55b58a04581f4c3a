import { entry } from '$lib/content/entry';
import { citer } from '$lib/content/cite';
import type {
	EventEntry,
	JumpLink,
	PanelEntry,
	PersonEntry,
	PlaceEntry,
	TermEntry,
	WorkEntry
} from '$lib/model/entries';
import { daysOf, formatEventDate } from '$lib/model/event-date';
import { localeOf } from '$lib/model/languages';
import { cardsOf } from '$lib/model/mentions';
import type { CitedBy } from './cited-by';
import { toolsOf } from './reference-tools';

/** The beat whose strip shows events of the timeline (`Flow.svelte`). */
const STRIP_BEAT = 'october';

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
