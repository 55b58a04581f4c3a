import { isSide, SIDES, UNSTATED, type Act } from '$lib/model/speech';
import { hint, type Problem } from './problems';
import { placesOf, quoteMistake } from './quotes';
import type { Facts, LanguageWords } from './schema';
import { wordsOfBeat, type TelegramPassage } from './telegram';

/** Acts whose addressee may be unstated. */
const WITHOUT_ADDRESSEE: readonly Act[] = ['says', 'telephones'];

const SIDE_OF_SEAT: Readonly<Record<string, string>> = { soviet: 'soviets', cuban: 'cubans' };

/**
 * Checks the exchanges of each beat against the telegram's words, the table and the cards: an exchange has a quote from its
 * beat, a speaker was there that evening, and a speaker who is named has a line in the card.
 */
export function checkSpeech(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>,
	passages: readonly TelegramPassage[]
): Problem[] {
	const people = facts['people.yaml'];
	const beats = facts['story.yaml']?.sections.flatMap((section) => section.beats) ?? [];
	if (!people) return [];
	const beatIds = new Set(beats.map(({ id }) => id));
	const ids = [...Object.keys(people), ...SIDES];
	return beats.flatMap((beat) => {
		const problems: Problem[] = [];
		const say = (sentence: string, ...at: string[]) =>
			problems.push({ file: 'story.yaml', id: `beat ${beat.id}`, sentence, at: ['speech', ...at] });
		const seatOf = (id: string) => (Object.hasOwn(people, id) ? people[id]?.seat : undefined);
		const sideOf = (id: string) => SIDE_OF_SEAT[seatOf(id) ?? ''];
		const words = wordsOfBeat(passages, beat.id);
		let last = 0;

		for (const { from, to, act, quote } of beat.speech) {
			if (from === UNSTATED) {
				say(
					`“${UNSTATED}” stands under “from”; where the words do not name who speaks there is no exchange.`,
					quote
				);
			}
			for (const [field, id] of Object.entries({ from, to })) {
				if (isSide(id) || id === UNSTATED) continue;
				const seat = seatOf(id);
				if (seat === undefined) {
					say(`The person “${id}” under “${field}” does not exist.${hint(id, ids)}`, id);
				} else if (!sideOf(id)) {
					say(
						`“${id}” is not at the table that evening (seat “${seat}”) and cannot stand under “${field}”.`,
						id
					);
				}
			}
			if (from === to) {
				say(
					`“${from}” stands under “from” and “to”; nobody is reported to speak to themselves.`,
					quote
				);
			} else if (isSide(to) && sideOf(from) === to) {
				say(
					`“${from}” is one of “${to}”; under “to” stands the other side, a person or “${UNSTATED}”.`,
					quote
				);
			}
			if (to === UNSTATED && !WITHOUT_ADDRESSEE.includes(act)) {
				say(
					`The act “${act}” is done to somebody, and “to” is “${UNSTATED}”; name the person or the side, or write “says”.`,
					quote
				);
			}
			if (act === 'telephones' && to !== UNSTATED) {
				say(
					`Nobody at the table is telephoned: with “telephones” stands “${UNSTATED}” under “to”.`,
					quote
				);
			}
			if (passages.length === 0) continue;
			const mistake = quoteMistake(quote, beat.id, passages);
			const at = placesOf(quote, words)[0] ?? last;
			if (mistake) {
				say(mistake, quote);
			} else if (at < last) {
				say(
					`The words “${quote}” stand before those of the exchange above; the order is that of the telegram.`,
					quote
				);
			}
			last = Math.max(last, at);
		}

		const speakers = new Set(beat.speech.map(({ from }) => from).filter(sideOf));
		for (const [lang, language] of languages) {
			for (const speaker of speakers) {
				const card = language['people.yaml']?.[speaker];
				// A line at a beat that does not exist is told already, and may be this one.
				const has = card?.inTelegram.some(
					(line) => line.beat === beat.id || !beatIds.has(line.beat)
				);
				if (!card || has) continue;
				problems.push({
					file: `${lang}/people.yaml`,
					id: speaker,
					at: ['inTelegram'],
					sentence: `This person is reported to speak at beat ${beat.id}, and no line under “inTelegram” says what they do there; write one of at most 90 characters.`
				});
			}
		}
		return problems;
	});
}
