import type { LonLat } from '$lib/model/map-scene';
import type { Missile } from '$lib/model/ruler';
import { listFormat } from '$lib/model/intl';
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

/** What a published range is in words, km: one figure, or from the lowest to the highest, “at least” where it is open. */
export function rangeWords(
	{ rangeKm: [lowest, highest], atLeast }: Pick<Missile, 'rangeKm' | 'atLeast'>,
	words: RulerWords
): string {
	const open = lowest === highest ? 'rulerKmAtLeast' : 'rulerKmOrMore';
	return formatMessage(words, atLeast ? open : 'rulerKm', { km: [lowest, highest] });
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
function distanceSentence(measure: Measure, words: RulerWords): string {
	const { from, to, km, miles } = measure;
	return formatMessage(words, 'rulerDistance', { from, to, km, n: miles });
}

/** The names of missiles as a list in the language. */
export const namesOf = (missiles: Reach['yes'], lang: string): string =>
	listFormat(lang).format(missiles.map(({ name }) => name));

/** Which missiles could reach that far, which only perhaps, which could not: a sentence for each that has any. */
export function reachSentences(reach: Reach, words: RulerWords): string[] {
	const { yes, perhaps, no } = reach;
	if (yes.length + perhaps.length === 0) return [words.rulerNone];
	const said = [
		{ key: 'rulerReached', missiles: yes },
		{ key: 'rulerPerhaps', missiles: perhaps },
		{ key: 'rulerNot', missiles: no }
	] as const;
	return said
		.filter(({ missiles }) => missiles.length > 0)
		.map(({ key, missiles }) =>
			formatMessage(words, key, { missiles: namesOf(missiles, words.lang) })
		);
}

/** The whole measurement, as it is read out. */
export const measureSentence = (measure: Measure, words: RulerWords): string =>
	[distanceSentence(measure, words), ...reachSentences(measure.reach, words)].join(' ');
