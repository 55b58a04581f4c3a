import { localeOf } from './languages';

/**
 * The day of an event, or its days, without the year: “27 October”, “30–31 October”.
 *
 * @param date as in `timeline.yaml`: `1962-10-27`, or `1962-10-30/31` for several days of one month
 * @param weekday `long` puts the name of the day before it: “Saturday 27 October”
 */
export function formatEventDate(lang: string, date: string, weekday?: 'long'): string {
	const { from, to } = daysOf(date);
	const format = new Intl.DateTimeFormat(localeOf(lang), {
		weekday,
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC'
	});
	return from === to
		? format.format(new Date(from))
		: format.formatRange(new Date(from), new Date(to));
}

/** The first and the last day of an event, as in `datetime` attributes. */
export function daysOf(date: string): { readonly from: string; readonly to: string } {
	const [from = '', last] = date.split('/');
	return { from, to: last ? from.slice(0, -last.length) + last : from };
}
