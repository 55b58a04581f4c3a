import { geoDistance } from 'd3';
import type { LonLat } from '$lib/model/map-scene';
import { DEGREES, EARTH_KM } from './geometry';

/**
 * The point that lies so far away in that direction, on the great circle.
 *
 * @param bearing degrees clockwise from north
 */
export function destination([lon, lat]: LonLat, bearing: number, km: number): LonLat {
	const angle = km / EARTH_KM;
	const [b, p] = [bearing / DEGREES, lat / DEGREES];
	const sine = Math.sin(p) * Math.cos(angle) + Math.cos(p) * Math.sin(angle) * Math.cos(b);
	const turn = Math.atan2(
		Math.sin(b) * Math.sin(angle) * Math.cos(p),
		Math.cos(angle) - Math.sin(p) * sine
	);
	return [((lon + turn * DEGREES + 540) % 360) - 180, Math.asin(sine) * DEGREES];
}

/** How far two points are apart on the great circle, km. */
export const kmBetween = (from: LonLat, to: LonLat): number =>
	geoDistance([...from], [...to]) * EARTH_KM;
