import { geoRotation } from 'd3';
import type { LonLat, View } from '$lib/model/map-scene';
import { DEGREES, EARTH_KM } from './geometry';

/** Whether a place lies in the box of a view, measured on the globe as the camera sees it. */
export function inView({ center, km: [width, height] }: View, at: LonLat): boolean {
	const [lon, lat] = geoRotation([-center[0], -center[1]])([at[0], at[1]]);
	const flat = Math.cos(lat / DEGREES);
	const half = (km: number) => Math.sin(Math.min(km / 2 / EARTH_KM, Math.PI / 2));
	return (
		flat * Math.cos(lon / DEGREES) > 0 &&
		Math.abs(flat * Math.sin(lon / DEGREES)) <= half(width) &&
		Math.abs(Math.sin(lat / DEGREES)) <= half(height)
	);
}

/** Views narrower than this (km), and globes larger than this (radius, CSS px), are drawn in detail at rest. */
const DETAIL_KM = 7000;
const DETAIL_RADIUS = 700;

/** @param radius of the globe on the picture, CSS px */
export const needsDetail = ({ km }: View, radius: number): boolean =>
	Math.min(...km) < DETAIL_KM || radius > DETAIL_RADIUS;
