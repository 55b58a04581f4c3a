import type { Atlas } from '$lib/model/story';
import type { MapScene } from '$lib/model/map-scene';

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
