import type { Atlas } from '$lib/model/story';
import type { LonLat, MapScene } from '$lib/model/map-scene';

/**
 * The map of a beat with one more place lit: the one the reader touched in the words. Without a touch, or
 * when the beat already shows the place in red, the scene is the beat's own.
 *
 * @param places where the places stand and what the map writes, by id
 */
export function litScene(scene: MapScene, lit: string | null, places: Atlas['places']): MapScene {
	const place = lit === null ? undefined : places[lit];
	if (!lit || !place) return scene;
	const known = scene.marks.find((mark) => mark.place === lit);
	// A region or the centre of an arc is no point: a dot there would say that it is.
	if (!known && !place.marked) return scene;
	const mark = known ? { ...known, focus: true } : { ...place, place: lit, focus: true };
	return { ...scene, marks: [mark, ...scene.marks.filter((other) => other.place !== lit)] };
}

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
