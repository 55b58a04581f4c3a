import { formatEventDate, daysOf } from '$lib/model/event-date';
import { localeOf } from '$lib/model/languages';
import type { DayEvent, EveningDays } from '$lib/model/pictures';
import { confidenceWord } from '$lib/model/word-keys';
import { formatMessage, type Words } from '$lib/model/words';
import { entry } from './entry';
import type { Facts, LanguageWords } from './schema';

/** Havana, and in November 1962 Washington too, was five hours behind Greenwich. */
const BEHIND_HOURS = 5;
const HOUR_MS = 3_600_000;

/** The beginning of a day in Havana, ms. @param date as in `1962-11-19` */
const midnight = (date: string) => Date.parse(date) + BEHIND_HOURS * HOUR_MS;

/**
 * The days after the telegram, with what happened after the guess.
 *
 * @returns null when no beat asks for a guess
 */
export function daysAfter(
	facts: Pick<Facts, 'story.yaml' | 'timeline.yaml'>,
	words: Pick<LanguageWords, 'story.yaml' | 'timeline.yaml' | 'ui.yaml'>,
	lang: string
): EveningDays | null {
	const beats = facts['story.yaml'].sections.flatMap((section) => section.beats);
	for (const { id: beat, guess } of beats) {
		const told = words['story.yaml'].beats[beat]?.guess;
		if (!guess || !told) continue;
		const dateOf = (event: string) => daysOf(entry(facts['timeline.yaml'], event).date).from;
		const happened = guess.hours.slice(0, -1);
		const last = guess.hours.at(-1) ?? '';
		const [from, to] = [dateOf(happened[0] ?? last), dateOf(happened.at(-1) ?? last)];
		return {
			beat,
			question: told.question,
			days: daysBetween(from, to, lang),
			events: happened.map((event) => eventOf(event, midnight(from))),
			end: { day: formatEventDate(lang, dateOf(last)), label: entry(told.days, last) }
		};

		function eventOf(id: string, begin: number): DayEvent {
			const { side, hour, from, to } = entry(guess?.days ?? {}, id);
			const { confidence } = entry(facts['timeline.yaml'], id);
			const { place, time } = entry(words['timeline.yaml'], id);
			const ui: Words = words['ui.yaml'];
			const since = (instant: string) => (Date.parse(instant) - begin) / HOUR_MS;
			return {
				id,
				label: entry(told?.days ?? {}, id),
				when: time ? formatMessage(ui, 'daysWhen', { place, time }) : place,
				clock: hour === 'unknown' ? '' : clockOf(from, lang),
				doubt: confidence === 'established' ? '' : ui[confidenceWord(confidence)],
				side,
				hour,
				from: since(from),
				to: to ? since(to) : null
			};
		}
	}
	return null;
}

/** @param instant in Greenwich time @returns the hour on Havana's clock, for instance “18:00” */
function clockOf(instant: string, lang: string): string {
	const format = new Intl.DateTimeFormat(localeOf(lang), {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: 'UTC'
	});
	return format.format(Date.parse(instant) - BEHIND_HOURS * HOUR_MS);
}

/** All days from one to another, both included. */
function daysBetween(from: string, to: string, lang: string): EveningDays['days'] {
	const format = (weekday?: 'short') =>
		new Intl.DateTimeFormat(localeOf(lang), { weekday, day: 'numeric', timeZone: 'UTC' });
	const [name, short] = [format('short'), format()];
	const days: { name: string; short: string }[] = [];
	for (let day = new Date(from); day <= new Date(to); day.setUTCDate(day.getUTCDate() + 1)) {
		days.push({ name: name.format(day), short: short.format(day) });
	}
	return days;
}
