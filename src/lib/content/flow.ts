import { entry } from './entry';
import { contentsOf } from '$lib/globe/drawing/contents';
import { numberFormat } from '$lib/model/intl';
import { formatEventDate, daysOf } from '$lib/model/event-date';
import { localeOf } from '$lib/model/languages';
import type { Pictures } from '$lib/model/pictures';
import type { Story } from '$lib/model/story';
import type {
	FlowBeat,
	FlowChart,
	FlowSection,
	Guess,
	MapItem,
	Note,
	Panel,
	Passage,
	PassageLink,
	PersonCard,
	PlaceCard,
	RangeTable,
	StripEvent,
	TermCard
} from '$lib/model/prose';
import { mentionsIn, type Mentions } from '$lib/model/mentions';
import { namedParagraph } from '$lib/model/paragraphs';
import { legendWord, wordKey } from '$lib/model/word-keys';
import { formatMessage, type Words } from '$lib/model/words';
import { buildChart, chartText } from './charts';
import type { Content } from './check';
import { citer } from './cite';
import { namesOf } from './names-of';
import { pictureLists } from './picture-items';
import { paragraphsOf, plain } from './prose';
import { rangeTable } from './range-table';
import type { BeatFacts } from './schema';
import { passagesSpoken } from './speech-counts';
import { wordsOf } from './story';
import type { TelegramPassage } from './telegram';
import { whoSpeaks } from './who-speaks';

/** Everything that is rendered into the page and never hydrated. */
export interface Flow {
	readonly sections: readonly FlowSection[];
	/** Which passages name a person, place or term: by the id of its card. */
	readonly mentionsOf: (card: string) => Mentions;
	readonly people: readonly PersonCard[];
	readonly places: readonly PlaceCard[];
	readonly terms: readonly TermCard[];
	readonly strip: readonly StripEvent[];
	readonly ranges: RangeTable;
	/** Every passage as something to go to, by the id of its beat. */
	readonly links: Readonly<Record<string, PassageLink>>;
	/** Words of panels and notes: the optional minutes. */
	readonly optionalWords: number;
}

/**
 * Builds the flow of one language from checked content.
 *
 * @param pictures what the stage beside the words is drawn from
 */
export function buildFlow(content: Content, lang: string, story: Story, pictures: Pictures): Flow {
	const { facts, passages } = content;
	const words = wordsOf(content, lang);
	const ui = words['ui.yaml'];

	const citations = citer(facts['sources.yaml'].works);

	const notesOf = (beat: string): Note[] =>
		Object.entries(facts['evidence.yaml'])
			.filter(([, claim]) => claim.beat === beat)
			.map(([id, claim]) => ({
				id,
				mark: claim.mark,
				quote: claim.quote,
				note: entry(words['evidence.yaml'], id).note,
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
			counted: topic.counted
				? {
						each: topic.counted.each,
						groups: Object.entries(fact.counted).map(([group, [least, most]]) => ({
							name: entry(topic.counted?.groups ?? {}, group),
							least,
							most
						}))
					}
				: null,
			text: paragraphsOf(topic.text),
			caution: topic.caution ?? null,
			confidence: fact.confidence,
			sources: citations(fact.sources)
		};
	};

	const chartOf = ({ chart }: BeatFacts): FlowChart | null => {
		if (!chart) return null;
		const { sourceIds, ...text } = chartText(chart, { facts, words, lang });
		return {
			picture: buildChart(chart, { facts, words, lang }),
			text,
			sources: citations(sourceIds)
		};
	};

	const guessOf = ({ id, guess }: BeatFacts): Guess | null => {
		const told = words['story.yaml'].beats[id]?.guess;
		if (!guess || !told) return null;
		return {
			question: told.question,
			picture: told.picture,
			answers: guess.answers.map((answer) => ({ id: answer, ...entry(told.answers, answer) })),
			hours: guess.hours.map((event) => {
				const { date, sources } = entry(facts['timeline.yaml'], event);
				const { time = '', place, text } = entry(words['timeline.yaml'], event);
				return {
					id: event,
					day: formatEventDate(lang, date, 'long'),
					date: daysOf(date).from,
					time,
					place,
					text,
					sources: citations(sources)
				};
			})
		};
	};

	const order = story.beats.map(({ id }) => id);
	const beatOf = (beat: BeatFacts, sectionNumber: number | null, opens: boolean): FlowBeat => {
		const scene = story.beats.find(({ id }) => id === beat.id);
		const told = entry(words['story.yaml'].beats, beat.id);
		return {
			id: beat.id,
			title: told.title,
			opens,
			told: beat.told ?? null,
			toldLabel: beat.told ? ui[wordKey('told', beat.told)] : '',
			passages: passages.filter((passage) => passage.beat === beat.id).map(passageOf(passages, ui)),
			narration: paragraphsOf(told.narration),
			guess: guessOf(beat),
			notes: notesOf(beat.id),
			panel: panelOf(beat.panel),
			chart: chartOf(beat),
			stage: beat.stage,
			picture: told.picture ?? null,
			map: told.map,
			mapItems: scene ? contentsOf(scene.map).map(itemOf(ui)) : [],
			pictureLists: pictureLists({
				pictures,
				order,
				scene: { beat: beat.id, sectionNumber, stage: beat.stage },
				ui
			}),
			who: whoSpeaks(beat.speech, story.people, ui),
			when: entry(words['clock.yaml'], beat.clock).label
		};
	};

	const passageLink = (beat: string): PassageLink => {
		const paragraph = passages.find((passage) => passage.beat === beat)?.paragraph ?? '';
		const number = /^p(\d\d)$/.exec(paragraph)?.[1];
		const title = words['story.yaml'].beats[beat]?.title ?? beat;
		return {
			beat,
			text: number ? `¶${numberFormat(lang).format(Number(number))} · ${title}` : title
		};
	};
	const topics = Object.values(words['topics.yaml']).map(({ text }) => text);
	const notes = Object.values(words['evidence.yaml']).map(({ note }) => note);
	const sections: FlowSection[] = facts['story.yaml'].sections.map(({ id, number, beats }) => ({
		id,
		number,
		title: entry(words['story.yaml'].sections, id).title,
		beats: beats.map((beat, i) => beatOf(beat, number, i === 0))
	}));
	const mentionsOf = mentionsIn(
		// The hours after a guess are words of their passage.
		sections.flatMap(({ beats }) =>
			beats.map(({ guess, narration, ...beat }) => ({
				...beat,
				narration: [...narration, ...(guess?.hours ?? []).map(({ text }) => [{ text }])]
			}))
		),
		namesOf(facts, words)
	);
	return {
		sections,
		mentionsOf,
		people: Object.entries(facts['people.yaml']).flatMap(([id, fact]) => {
			const person = words['people.yaml'][id];
			if (!person) return [];
			const atTable = fact.seat === 'soviet' || fact.seat === 'cuban';
			return [
				{
					...person,
					id,
					speaksIn: atTable ? passagesSpoken(story.beats, id) : null,
					bio: paragraphsOf(person.bio),
					confidence: fact.confidence,
					sources: citations([...fact.sources, ...fact.humanDetailSources])
				}
			];
		}),
		places: Object.entries(facts['places.yaml']).flatMap(([id, fact]) => {
			const place = words['places.yaml'][id];
			const { telegram: named } = mentionsOf(`place-${id}`);
			const marked = story.beats.filter(
				({ map, id: beat }) => !named.includes(beat) && map.marks.some((mark) => mark.place === id)
			);
			return place
				? [
						{
							...place,
							id,
							kind: fact.kind,
							named: named.map(passageLink),
							marked: marked.map((beat) => passageLink(beat.id)),
							confidence: fact.confidence,
							sources: citations(fact.sources)
						}
					]
				: [];
		}),
		terms: Object.entries(facts['glossary.yaml']).flatMap(([id, fact]) => {
			const term = words['glossary.yaml'][id];
			// Definitions from general knowledge have no work to show.
			const sources = citations(fact.sources.filter((source) => source !== 'GK'));
			return term ? [{ ...term, id, sources }] : [];
		}),
		strip: stripOf(content, lang),
		links: Object.fromEntries(story.beats.map(({ id }) => [id, passageLink(id)])),
		ranges: rangeTable(content, lang, story.ruler, citations),
		optionalWords: [...topics, ...notes].join(' ').split(/\s+/).length
	};
}

/** The events of the strip, in the order of the content, which is that of their dates. */
function stripOf({ facts, words }: Content, lang: string): StripEvent[] {
	const format = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
	const day = new Intl.DateTimeFormat(localeOf(lang), format);
	return Object.entries(facts['timeline.yaml']).flatMap(([id, { date, strip }]) => {
		const text = words.get(lang)?.['timeline.yaml'][id]?.short;
		if (!strip || !text) return [];
		return [{ id, day: day.format(new Date(date.slice(0, 10))), text, here: strip === 'here' }];
	});
}

/** A thing on the map with what is to be said of it. */
const itemOf =
	(ui: Words) =>
	({ text, ends, sign, focus, to, place }: ReturnType<typeof contentsOf>[number]): MapItem => ({
		text: ends ? formatMessage(ui, 'mapLine', { ends: ends.join(' – '), label: text }) : text,
		about: [
			ui[legendWord(sign)],
			...(focus ? [ui.legendFocus] : []),
			...(to === null ? [] : [formatMessage(ui, 'mapItemTo', { place: to })])
		].reduce((about, more) => formatMessage(ui, 'mapItemAlso', { about, more })),
		sign,
		place
	});

/** How a passage stands in the page: its number, and whether it begins its paragraph or a sentence. */
function passageOf(all: readonly TelegramPassage[], ui: Words) {
	return (passage: TelegramPassage): Passage => {
		const { paragraph } = passage;
		const named = namedParagraph(paragraph);
		const n = Number(paragraph.slice(1));
		const at = all.indexOf(passage);
		const before = all[at - 1];
		const begins = before?.paragraph !== paragraph;
		return {
			paragraph,
			label: named ? ui[named] : `¶${numberFormat(ui.lang).format(n)}`,
			name: named ? ui[named] : formatMessage(ui, 'paragraph', { n }),
			named: named !== null,
			begins,
			midSentence: !begins && !/[.?!:)”]$/.test(plain(before?.source ?? '.')),
			runs: passage.runs
		};
	};
}
