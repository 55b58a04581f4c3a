import { geoCircle } from 'd3';
import type { LonLat, MapScene } from '$lib/model/map-scene';
import { destination } from '../camera/geodesy';
import { DEGREES, EARTH_KM } from '../camera/geometry';

type Ring = MapScene['rings'][number];

/** The disc of a ring, as GeoJSON. */
export const circleOf = ({ center, radiusKm }: Ring) =>
	geoCircle()
		.center([...center])
		.radius((radiusKm / EARTH_KM) * DEGREES)();

/** Degrees of bearing from point to point of an arc. */
const ARC_STEP = 4;

/** A flight draws the same rings in every frame. */
const arcs = new WeakMap<Ring, readonly LonLat[]>();

/** The points of a ring or of its arc, in order. */
export function arcOf(ring: Ring): readonly LonLat[] {
	const known = arcs.get(ring) ?? pointsOf(ring);
	arcs.set(ring, known);
	return known;
}

function pointsOf(ring: Ring): LonLat[] {
	if (!ring.bearings) {
		return (circleOf(ring).coordinates[0] ?? []).map(([lon = 0, lat = 0]) => [lon, lat] as const);
	}
	const [from, to] = ring.bearings;
	const steps = Math.max(1, Math.round(Math.abs(to - from) / ARC_STEP));
	return Array.from({ length: steps + 1 }, (_, i) =>
		destination(ring.center, from + ((to - from) * i) / steps, ring.radiusKm)
	);
}
