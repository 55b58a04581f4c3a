import type { LonLat } from '$lib/model/map-scene';
import type { Missile } from '$lib/model/ruler';
import { localeOf } from '$lib/model/languages';
import { formatMessage } from '$lib/model/words';
import type { Reach } from './reach';
import type { RulerWords } from './words';

/** One measurement, complete: from where to where, how far, what could reach. */
export interface Measure {
	/** Names, ready to be read. */
	readonly from: string;
	readonly to: string;
	readonly km: number;
	/** Statute miles. */
	readonly miles: number;
	readonly reach: Reach;
}

/** Writes whole numbers as the language does. */
export function numbers(lang: string): (value: number) => string {
	const format = new Intl.NumberFormat(localeOf(lang));
	return (value) => format.format(value);
}

/** What a published range is in words, km: one figure, or from the lowest to the highest, “at least” where it is open. */
export function rangeWords(
	{ rangeKm: [lowest, highest], atLeast }: Pick<Missile, 'rangeKm' | 'atLeast'>,
	lang: string,
	words: RulerWords
): string {
	const write = numbers(lang);
	if (lowest === highest) {
		return formatMessage(words, atLeast ? 'rulerKmAtLeast' : 'rulerKm', { km: write(lowest) });
	}
	return formatMessage(words, atLeast ? 'rulerKmFromToAtLeast' : 'rulerKmFromTo', {
		from: write(lowest),
		to: write(highest)
	});
}

/** The name of a point that is no place: whole degrees and the quarter of the earth. */
export function pointWords([lon, lat]: LonLat, words: RulerWords): string {
	const quarter = `rulerPoint${lat < 0 ? 'South' : 'North'}${lon < 0 ? 'West' : 'East'}` as const;
	return formatMessage(words, quarter, {
		lat: Math.round(Math.abs(lat)),
		lon: Math.round(Math.abs(lon))
	});
}

/** “Plesetsk to Washington: 7,421 km (4,611 miles).” */
function distanceSentence(measure: Measure, lang: string, words: RulerWords): string {
	const { from, to, km, miles } = measure;
	const write = numbers(lang);
	return formatMessage(words, 'rulerDistance', { from, to, km: write(km), miles: write(miles) });
}

/** The names of missiles as a list in the language. */
export const namesOf = (missiles: Reach['yes'], lang: string): string =>
	new Intl.ListFormat(localeOf(lang)).format(missiles.map(({ name }) => name));

/** Which missiles could reach that far, which only perhaps, which could not: a sentence for each that has any. */
export function reachSentences(reach: Reach, lang: string, words: RulerWords): string[] {
	const { yes, perhaps, no } = reach;
	if (yes.length + perhaps.length === 0) return [words.rulerNone];
	const said = [
		{ key: 'rulerReached', missiles: yes },
		{ key: 'rulerPerhaps', missiles: perhaps },
		{ key: 'rulerNot', missiles: no }
	] as const;
	return said
		.filter(({ missiles }) => missiles.length > 0)
		.map(({ key, missiles }) => formatMessage(words, key, { missiles: namesOf(missiles, lang) }));
}

/** The whole measurement, as it is read out. */
export const measureSentence = (measure: Measure, lang: string, words: RulerWords): string =>
	[distanceSentence(measure, lang, words), ...reachSentences(measure.reach, lang, words)].join(' ');
