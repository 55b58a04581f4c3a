import { geoInterpolate } from 'd3';
import { kmBetween } from '$lib/globe/camera/geodesy';
import { EARTH_KM } from '$lib/globe/camera/geometry';
import type { LonLat, MapScene, View } from '$lib/model/map-scene';
import type { Atlas } from '$lib/model/story';

/** The map of a beat with more places marked and named, not in red: the ends of the ruler. Unknown ids are left out. */
export function withPlaces(
	scene: MapScene,
	ids: readonly string[],
	places: Atlas['places']
): MapScene {
	const more = [...new Set(ids)].flatMap((place) => {
		const fact = places[place];
		const shown = scene.marks.some((mark) => mark.place === place);
		return fact && !shown ? [{ ...fact, place, focus: false }] : [];
	});
	return more.length > 0 ? { ...scene, marks: [...more, ...scene.marks] } : scene;
}

/** The map of a beat under the ruler: its own lines and rings make way, labels keep off the ruler where they can. */
export function underRuler(scene: MapScene, from: LonLat, to: LonLat): MapScene {
	const ruler = {
		id: 'ruler',
		style: 'ruler',
		points: [from, to],
		arrow: false,
		label: null,
		ends: null
	} as const;
	return { ...scene, lines: [ruler], rings: [] };
}

/** Air round a line that has to fit, as a factor and in km. */
const AIR = 1.25;
const AIR_KM = 400;

/** The view that shows the great circle between two places whole; beyond half the earth, as much as can be seen. */
export function spanView(from: LonLat, to: LonLat): View {
	const across = Math.min(Math.PI * EARTH_KM, kmBetween(from, to) * AIR + AIR_KM);
	const [lon, lat] = geoInterpolate([...from], [...to])(0.5);
	return { center: [lon, lat], km: [across, across] };
}
