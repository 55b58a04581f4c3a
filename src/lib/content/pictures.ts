import { entry } from './entry';
import { daysAfter } from './days-after';
import { numberFormat } from '$lib/model/intl';
import { PARAGRAPH_IDS } from '$lib/model/paragraphs';
import { PICTURE_WORDS } from '$lib/model/picture-words';
import type {
	Evening,
	EvidenceParagraph,
	Participant,
	ParticipantCard,
	Pictures,
	ReportedExchange
} from '$lib/model/pictures';
import { isSide, UNSTATED } from '$lib/model/speech';
import type { PersonState } from '$lib/model/story';
import { wordKey } from '$lib/model/word-keys';
import { enumeration } from '$lib/model/intl';
import { formatMessage, pickWords, type Words } from '$lib/model/words';
import type { Content } from './check';
import { peopleByBeat } from './people-states';
import { countWords, plain } from './prose';
import { placesOf } from './quotes';
import { passagesSpoken } from './speech-counts';
import type { BeatFacts, Facts } from './schema';
import { wordsOf } from './story';
import { threadsOf } from './threads';
import { phrasesOf, wordsOfBeat, type TelegramPassage } from './telegram';

/** Everything that the pictures beside the map are drawn from, in one language. */
export function buildPictures(content: Content, lang: string): Pictures {
	const { facts, passages } = content;
	const words = wordsOf(content, lang);
	const beats = facts['story.yaml'].sections.flatMap((section) => section.beats);
	const states = peopleByBeat(facts['story.yaml'], facts['people.yaml']);
	const people: Participant[] = Object.entries(facts['people.yaml']).map(
		([id, { seat, initials }]) => {
			const { name, surname, post } = entry(words['people.yaml'], id);
			const first = seat === 'away' ? -1 : states.findIndex((state) => seatedAs(state[id]));
			return { id, seat, initials, name, surname, post, since: beats[first]?.id ?? '' };
		}
	);
	const byBeat = <Part>(of: (beat: BeatFacts) => readonly Part[]) =>
		Object.fromEntries(
			beats.flatMap((beat) => {
				const parts = of(beat);
				return parts.length > 0 ? [[beat.id, parts]] : [];
			})
		);
	return {
		people,
		speech: byBeat<ReportedExchange>(({ speech }) => speech),
		phrases: byBeat(({ id, stage }) => (stage.includes('room') ? phrasesOf(passages, id) : [])),
		outside: Object.fromEntries(
			beats.flatMap(({ id, outside }) =>
				outside === undefined ? [] : [[id, entry(words['story.yaml'].outside, outside)]]
			)
		),
		cards: byBeat((beat) =>
			beat.speakers
				? countsOf(beats, people, words['ui.yaml'])
				: cardsOf(beat, wordsOfBeat(passages, beat.id), people, words)
		),
		evening: {
			...eveningOf(facts['story.yaml'], passages, words),
			days: daysAfter(facts, words, lang)
		},
		evidence: {
			paragraphs: paragraphsOf(facts, passages, lang),
			absent: words['story.yaml'].absent
		},
		words: pickWords(words['ui.yaml'], PICTURE_WORDS)
	};
}

/** A person who is only spoken of has no seat. */
const seatedAs = (state: PersonState | undefined) => state !== undefined && state !== 'mentioned';

/** One card for each who is reported to speak, in the order of the words, then those who are only spoken of. */
function cardsOf(
	{ id: beat, speech, mentioned }: BeatFacts,
	telegram: string,
	people: readonly Participant[],
	words: ReturnType<typeof wordsOf>
): ParticipantCard[] {
	const ui: Words = words['ui.yaml'];
	const nameOf = (id: string) =>
		isSide(id) ? ui[wordKey('who', id)] : entry(words['people.yaml'], id).surname;
	const lineOf = (id: string) =>
		(isSide(id) ? words['story.yaml'].sides[id] : words['people.yaml'][id]?.inTelegram)?.find(
			(line) => line.beat === beat
		)?.text ?? '';
	const known = (id: string) => people.find((person) => person.id === id);
	const speakers = [...new Set(speech.map(({ from }) => from))];
	const partBefore = (at: number | undefined) =>
		at === undefined ? undefined : Math.round((at / telegram.length) * 100) / 100;
	return [
		...speakers.map((id): ParticipantCard => {
			const to = speech.filter((one) => one.from === id && one.to !== UNSTATED);
			const quote = speech.find(({ from }) => from === id)?.quote ?? '';
			// Words that begin with those of another tell of this one after them.
			const others = speech.filter((other) => other.from !== id && quote.startsWith(other.quote));
			const within = Math.max(0, ...others.map((other) => other.quote.length));
			const [at = 0] = placesOf(quote, telegram);
			const whom = enumeration(ui.lang).format(new Set(to.map((one) => nameOf(one.to))));
			return {
				id,
				kind: 'speaks',
				name: isSide(id) ? ui[wordKey('card', id)] : (known(id)?.surname ?? id),
				post: known(id)?.post ?? '',
				toWhom: whom && formatMessage(ui, 'cardTo', { whom }),
				line: lineOf(id),
				from: partBefore(at + within)
			};
		}),
		...mentioned
			.filter((id) => lineOf(id) && !speakers.includes(id))
			.map((id): ParticipantCard => ({
				id,
				kind: 'spoken-of',
				name: known(id)?.surname ?? id,
				post: known(id)?.post ?? '',
				toWhom: '',
				line: lineOf(id),
				from: partBefore(placesOf(known(id)?.surname ?? id, telegram)[0])
			}))
	];
}

/** In how many passages each of those at the table is reported to speak: the first, the others, those who never are. */
function countsOf(
	beats: readonly BeatFacts[],
	people: readonly Participant[],
	ui: Words
): ParticipantCard[] {
	const counted = people
		.filter(({ seat }) => seat === 'soviet' || seat === 'cuban')
		.map(({ id, surname, post }) => ({ id, surname, post, n: passagesSpoken(beats, id) }))
		.toSorted((a, b) => b.n - a.n);
	const [most, ...others] = counted.filter(({ n }) => n > 0);
	const list = enumeration(ui.lang);
	const count = (id: string, name: string, line: string, post = ''): ParticipantCard => ({
		id,
		kind: 'count',
		name,
		post,
		toWhom: '',
		line
	});
	return [
		...(most
			? [
					{
						...count(
							most.id,
							most.surname,
							formatMessage(ui, 'personSpeaks', { n: most.n }),
							most.post
						),
						kind: 'speaks' as const
					}
				]
			: []),
		count(
			'less',
			ui.cardsLess,
			list.format(
				others.map(({ surname, n }) => formatMessage(ui, 'cardsLessOf', { who: surname, n }))
			)
		),
		count(
			'never',
			ui.cardsNever,
			list.format(counted.filter(({ n }) => n === 0).map(({ surname }) => surname))
		)
	];
}

function eveningOf(
	story: Facts['story.yaml'],
	passages: readonly TelegramPassage[],
	{ 'story.yaml': words, 'clock.yaml': hours }: ReturnType<typeof wordsOf>
): Omit<Evening, 'days'> {
	const beats = story.sections.flatMap((section) => section.beats);
	const place = (beat: string) => beats.findIndex(({ id }) => id === beat);
	const { subjects, ...named } = story.evening;
	return {
		...named,
		hours,
		blocks: subjects.map(({ id, beats }) => {
			const counted = beats.map((beat) => ({
				id: beat,
				words: countWords(wordsOfBeat(passages, beat))
			}));
			return {
				id,
				label: entry(words.evening, id),
				beats: counted,
				words: counted.reduce((sum, { words }) => sum + words, 0)
			};
		}),
		threads: threadsOf(story).map((beat) => ({
			beat,
			label: entry(words.threads, beat),
			after: subjects.filter(({ beats: [first = ''] }) => place(first) < place(beat)).length,
			expected: beats[place(beat)]?.told === 'expected'
		}))
	};
}

/** The sixteen paragraphs with their lengths, and where in each the weighed words stand. */
function paragraphsOf(
	facts: Facts,
	passages: readonly TelegramPassage[],
	lang: string
): EvidenceParagraph[] {
	const numbered = PARAGRAPH_IDS.filter((id) => /^p\d+$/.test(id));
	return numbered.map((id) => {
		const parts = passages.filter(({ paragraph }) => paragraph === id);
		let before = 0;
		const claims: EvidenceParagraph['claims'][number][] = [];
		const beats = parts.map(({ beat, source }) => {
			const text = plain(source);
			for (const [claim, { quote, mark, beat: of }] of Object.entries(facts['evidence.yaml'])) {
				const at = of === beat ? placesOf(quote, text)[0] : undefined;
				if (at === undefined) continue;
				const from = before + countWords(text.slice(0, at));
				claims.push({ id: claim, beat, mark, quote, from, words: countWords(quote) });
			}
			const words = countWords(text);
			before += words;
			return { id: beat, words };
		});
		return {
			label: `¶${numberFormat(lang).format(Number(id.slice(1)))}`,
			words: before,
			beats,
			claims: claims.toSorted((a, b) => a.from - b.from)
		};
	});
}
