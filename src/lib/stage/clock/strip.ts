import type { ClockMoment } from '$lib/model/story';

/** Hours the strip knows, Havana time counted from Sunday 00:00. */
export const SEVEN = 19;
export const MIDNIGHT = 24;
export const EXPECTED = 39.5;

/** Share of the strip, in percent, left of 7 p.m. and right of 3:30, so that the labels have room. */
const MARGIN = 11;
/** The evening gets more room than its hours: nearly all of the telegram happens there. */
const EVENING = 50;

/**
 * Where an hour stands on the strip.
 *
 * @param hour Havana time counted from Sunday 00:00, clamped to 7 p.m. … Monday 3:30 p.m.
 * @returns percent of the strip's width
 */
export function place(hour: number): number {
	const at = Math.min(Math.max(hour, SEVEN), EXPECTED);
	if (at <= MIDNIGHT) return MARGIN + (EVENING * (at - SEVEN)) / (MIDNIGHT - SEVEN);
	const monday = 100 - 2 * MARGIN - EVENING;
	return MARGIN + EVENING + (monday * (at - MIDNIGHT)) / (EXPECTED - MIDNIGHT);
}

/** What of the strip is lit: a point in time, a stretch whose hours are not given, or nothing. */
export type Lit =
	| { readonly kind: 'point'; readonly at: number }
	| { readonly kind: 'stretch'; readonly from: number; readonly to: number }
	| null;

/** @returns positions in percent, or null for moments outside the evening and the Monday */
export function litBy(moment: ClockMoment | undefined): Lit {
	if (!moment || moment.fromHour === null || moment.toHour === null) return null;
	if (moment.fromHour === moment.toHour) return { kind: 'point', at: place(moment.fromHour) };
	return { kind: 'stretch', from: place(moment.fromHour), to: place(moment.toHour) };
}
