import { geoDistance } from 'd3';
import { kmBetween } from '$lib/globe/camera/geodesy';
import type { LonLat } from '$lib/model/map-scene';
import type { RulerPlace } from '$lib/model/ruler';

/** One statute mile, km. */
const MILE_KM = 1.609344;

/** Great-circle distance in km, rounded to whole kilometres. */
export const distanceKm = (from: LonLat, to: LonLat): number => Math.round(kmBetween(from, to));

/** Kilometres in statute miles, rounded to whole miles. */
export const milesOf = (km: number): number => Math.round(km / MILE_KM);

/** A point that lies on the globe: longitude wrapped to ±180°, latitude cut at the poles; null for no point. */
export function onGlobe([lon, lat]: LonLat): LonLat | null {
	if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
	return [((((lon + 180) % 360) + 360) % 360) - 180, Math.min(Math.max(lat, -90), 90)];
}

/** A place to measure to, and how far it is from where the ruler starts. */
export interface Target extends RulerPlace {
	readonly km: number;
}

/** Every place but the origin itself, the nearest first. */
export const byDistance = (origin: RulerPlace, places: readonly RulerPlace[]): Target[] =>
	places
		.filter(({ id }) => id !== origin.id)
		.map((place) => ({ ...place, km: distanceKm(origin.at, place.at) }))
		.sort((a, b) => a.km - b.km || a.name.localeCompare(b.name));

const degreesApart = (a: LonLat, b: LonLat): number =>
	(geoDistance([...a], [...b]) * 180) / Math.PI;

/**
 * The place that a dragged point means, if one is near enough.
 *
 * @param within how near, in the unit of `apart`
 * @param apart how far two points are from each other: degrees on the globe, or CSS px on a screen
 * @returns the nearest place, null when none is within
 */
export function nearestPlace<P extends RulerPlace>(
	at: LonLat,
	places: readonly P[],
	within: number,
	apart: (a: LonLat, b: LonLat) => number = degreesApart
): P | null {
	let best: P | null = null;
	let least = within;
	for (const place of places) {
		const far = apart(at, place.at);
		if (!(far <= least)) continue;
		if (best && far === least) continue;
		best = place;
		least = far;
	}
	return best;
}
