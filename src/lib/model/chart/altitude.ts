/** Feet in a metre. */
const FEET = 3.28084;

/**
 * Where a height stands on the chart, on one linear scale.
 *
 * @param km kilometres above the ground, clamped to the scale
 * @param topKm upper end of the scale, km
 * @returns percent of the sky from its top: 0 at the upper end, 100 on the ground
 */
export function fromTop(km: number, topKm: number): number {
	const sane = Number.isFinite(km) ? Math.min(Math.max(km, 0), topKm) : 0;
	return 100 - (100 * sane) / topKm;
}

/**
 * Ticks of the scale, one a kilometre.
 *
 * @param topKm upper end of the scale, km
 * @returns km, from the first above the ground up
 */
export const ticks = (topKm: number): number[] =>
	Array.from({ length: Math.floor(topKm) }, (_, i) => i + 1);

/** Ticks that are named with their number: every fifth. */
export const namedTicks = (topKm: number): number[] => ticks(topKm).filter((km) => km % 5 === 0);

/**
 * A height in feet, as rough as it is known.
 *
 * @param km kilometres
 * @returns feet, rounded to two digits: 1 km is 3300, 20 km is 66000
 */
export function roughFeet(km: number): number {
	return Number((km * 1000 * FEET).toPrecision(2));
}
