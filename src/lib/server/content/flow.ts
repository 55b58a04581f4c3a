import type { PersonState, Story } from '$lib/model/types';
import type {
	Citation,
	FlowBeat,
	FlowSection,
	Note,
	Panel,
	Passage,
	PersonCard,
	PlaceCard,
	RangeTable,
	StripEvent,
	TermCard
} from '$lib/story/types';
import { fill } from '$lib/ui/words';
import type { Content } from './check';
import { cite } from './cite';
import { linksOf, paragraphsOf, plain } from './prose';
import { rangeTable } from './range-table';
import type { BeatFacts } from './schema';
import { wordsOf } from './story';
import type { TelegramPassage } from './telegram';

/** Everything that is rendered into the page and never hydrated. */
export interface Flow {
	readonly sections: readonly FlowSection[];
	readonly people: readonly PersonCard[];
	readonly places: readonly PlaceCard[];
	readonly terms: readonly TermCard[];
	readonly strip: readonly StripEvent[];
	readonly ranges: RangeTable;
	/** Words of panels and notes: the optional minutes. */
	readonly optionalWords: number;
}

/** Builds the flow of one language from checked content. */
export function buildFlow(content: Content, lang: string, story: Story): Flow {
	const { facts, passages } = content;
	const words = wordsOf(content, lang);
	const ui = words['ui.yaml'];

	const citations = (ids: readonly string[]): Citation[] =>
		[...new Set(ids)].flatMap((id) => {
			const work = facts['sources.yaml'].works[id];
			return work ? [{ id, text: cite(work), url: work.url }] : [];
		});

	const notesOf = (beat: string): Note[] =>
		Object.entries(facts['evidence.yaml'])
			.filter(([, claim]) => claim.beat === beat)
			.map(([id, claim]) => ({
				id,
				mark: claim.mark,
				quote: claim.quote,
				note: words['evidence.yaml'][id]?.note ?? '',
				confidence: claim.confidence,
				sources: citations(claim.sources)
			}));

	const panelOf = (id: string | undefined): Panel | null => {
		const topic = id ? words['topics.yaml'][id] : undefined;
		const fact = id ? facts['topics.yaml'][id] : undefined;
		if (!id || !topic || !fact) return null;
		return {
			id,
			heading: topic.heading,
			value: topic.number.value,
			meaning: topic.number.meaning,
			text: paragraphsOf(topic.text),
			caution: topic.caution ?? null,
			confidence: fact.confidence,
			sources: citations(fact.sources)
		};
	};

	const beatOf = (beat: BeatFacts, opens: boolean): FlowBeat => {
		const scene = story.beats.find(({ id }) => id === beat.id);
		const told = words['story.yaml'].beats[beat.id];
		const state = (wanted: PersonState) =>
			story.people.filter(({ id }) => scene?.people[id] === wanted).map(({ name }) => name);
		const [speaking, addressed] = [state('speaking'), state('addressed')];
		const list = new Intl.ListFormat(lang);
		return {
			id: beat.id,
			title: told?.title ?? beat.id,
			opens,
			told: beat.told ?? null,
			toldLabel: beat.told
				? (ui[`told${beat.told[0]?.toUpperCase()}${beat.told.slice(1)}`] ?? '')
				: '',
			passages: passages.filter((passage) => passage.beat === beat.id).map(passageOf(passages, ui)),
			narration: paragraphsOf(told?.narration ?? ''),
			notes: notesOf(beat.id),
			panel: panelOf(beat.panel),
			map: told?.map ?? '',
			who: speaking.length
				? fill((addressed.length ? ui.whoSpeaks : ui.whoSpeaksAlone) ?? '', {
						who: list.format(speaking),
						whom: list.format(addressed)
					})
				: '',
			when: words['clock.yaml'][beat.clock]?.label ?? ''
		};
	};

	const shown = placesShown(content, lang);
	const topics = Object.values(words['topics.yaml']).map(({ text }) => text);
	const notes = Object.values(words['evidence.yaml']).map(({ note }) => note);
	return {
		sections: facts['story.yaml'].sections.map(({ id, number, beats }) => ({
			id,
			number,
			title: words['story.yaml'].sections[id]?.title ?? id,
			beats: beats.map((beat, i) => beatOf(beat, i === 0))
		})),
		people: Object.entries(facts['people.yaml']).flatMap(([id, fact]) => {
			const person = words['people.yaml'][id];
			if (!person) return [];
			const sources = citations([...fact.sources, ...fact.humanDetailSources]);
			return [
				{ ...person, id, bio: paragraphsOf(person.bio), confidence: fact.confidence, sources }
			];
		}),
		places: Object.entries(facts['places.yaml'])
			.filter(([id]) => shown.has(id))
			.flatMap(([id, fact]) => {
				const place = words['places.yaml'][id];
				return place
					? [{ ...place, id, confidence: fact.confidence, sources: citations(fact.sources) }]
					: [];
			}),
		terms: Object.entries(facts['glossary.yaml']).flatMap(([id, fact]) => {
			const term = words['glossary.yaml'][id];
			// Definitions from general knowledge have no work to show.
			const sources = citations(fact.sources.filter((source) => source !== 'GK'));
			return term ? [{ ...term, id, sources }] : [];
		}),
		strip: stripOf(content, lang),
		ranges: rangeTable(content, lang, story.ruler, citations),
		optionalWords: [...topics, ...notes].join(' ').split(/\s+/).length
	};
}

/** The events of the strip, in the order of the content, which is that of their dates. */
function stripOf({ facts, words }: Content, lang: string): StripEvent[] {
	// Our English writes 18 November, as the prose does.
	const locale = lang === 'en' ? 'en-GB' : lang;
	const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
	return Object.entries(facts['timeline.yaml']).flatMap(([id, { date, strip }]) => {
		const text = words.get(lang)?.['timeline.yaml'][id]?.short;
		if (!strip || !text) return [];
		return [{ id, day: day.format(new Date(date.slice(0, 10))), text, here: strip === 'here' }];
	});
}

/** Places that some words link to: they have a card. */
function placesShown({ facts, passages, words }: Content, lang: string): Set<string> {
	const texts = [
		...passages.map(({ source }) => source),
		...Object.values(words.get(lang)?.['story.yaml'].beats ?? {}).map(({ narration }) => narration),
		...Object.values(words.get(lang)?.['topics.yaml'] ?? {}).map(({ text }) => text),
		...Object.values(words.get(lang)?.['people.yaml'] ?? {}).map(({ bio }) => bio)
	];
	const linked = texts.flatMap(linksOf).flatMap(({ kind, id }) => (kind === 'place' ? id : []));
	return new Set(linked.filter((id) => id in facts['places.yaml']));
}

/** How a passage stands in the page: its number, and whether it begins its paragraph or a sentence. */
function passageOf(all: readonly TelegramPassage[], ui: Readonly<Record<string, string>>) {
	return (passage: TelegramPassage): Passage => {
		const { paragraph } = passage;
		const numbered = /^p\d\d$/.test(paragraph);
		const at = all.indexOf(passage);
		const before = all[at - 1];
		const begins = before?.paragraph !== paragraph;
		return {
			paragraph,
			label: numbered ? `¶${Number(paragraph.slice(1))}` : (ui[paragraph] ?? paragraph),
			named: !numbered,
			begins,
			midSentence: !begins && !/[.?!:)”]$/.test(plain(before?.source ?? '.')),
			runs: passage.runs
		};
	};
}
