/** Longitude and latitude in degrees, WGS84, in that order (GeoJSON). */
export type LonLat = readonly [lon: number, lat: number];

/**
 * What the camera must show: a box on the ground, north up, that has to fit whole into the free
 * part of the screen. `km` is [width, height], great-circle kilometres through the centre;
 * 20015 km is half the earth's girth, i.e. the whole visible disc.
 */
export interface View {
	readonly center: LonLat;
	readonly km: readonly [width: number, height: number];
}

/** How a place is known; each kind has its own mark (see the legend). */
export type MarkKind = 'named' | 'implied' | 'context' | 'rumour' | 'dismantled';

interface SceneMark {
	/** Place id in `places.yaml`. */
	readonly place: string;
	readonly kind: MarkKind;
	readonly at: LonLat;
	/** Text beside the mark, in the language of the page. */
	readonly label: string;
	/** True when the beat's words are about this place: drawn in red. */
	readonly focus: boolean;
	/** True when the reader chose it in the explorer: ringed in ink. */
	readonly chosen?: boolean;
}

/** States filled: `focus` red tint, `zone` paler tint, `rumour` hatched with a question mark. */
interface SceneArea {
	/** Region id in `regions.yaml`. */
	readonly region: string;
	/** Feature ids in the geo data: ISO 3166-1 numeric, three digits; former states have their former number. */
	readonly countries: readonly string[];
	readonly style: 'focus' | 'zone' | 'rumour';
	readonly name: string;
}

/** A line over the earth: each leg from point to point follows the great circle. */
interface SceneLine {
	readonly id: string;
	/** `ruler`: drawn elsewhere, labels keep off it. */
	readonly style: 'great-circle' | 'schematic' | 'route' | 'ruler';
	readonly points: readonly LonLat[];
	readonly arrow: boolean;
	readonly label: string | null;
	/** Labels of the places it joins, for those who read a list instead of a picture; null for a way by points. */
	readonly ends: readonly string[] | null;
}

/** A circle on the ground around a point, or an arc of it. `hatch` is filled: about there, no front line is known. */
interface SceneRing {
	readonly id: string;
	readonly center: LonLat;
	readonly radiusKm: number;
	/** Degrees clockwise from north, first and last of an arc; null for the whole circle. */
	readonly bearings: readonly [from: number, to: number] | null;
	readonly style: 'range' | 'quarantine' | 'hatch';
	readonly label: string;
}

/** A country or water name that belongs to no mark, or `words` that somebody says in the passage. */
interface SceneName {
	readonly id: string;
	readonly kind: 'country' | 'water' | 'words';
	readonly at: LonLat;
	/** Other points where it may be written, best first. */
	readonly or?: readonly LonLat[];
	readonly text: string;
	/** True when the beat's words name it: drawn in red. */
	readonly focus: boolean;
	/** True when the passage is about it: written at every size, though not in red. */
	readonly keep?: boolean;
}

/** Who governed a colony or dependent territory on 18 November 1962, written where it lies. */
interface SceneTerritory {
	readonly id: string;
	readonly at: LonLat;
	/** For instance “Bahamas (UK)”. */
	readonly text: string;
	/** In views wider than this (km) the explorer does not name it. */
	readonly widest: number;
}

/** Everything on the map of one beat. Order within a list is rank: the first label is kept longest. */
export interface MapScene {
	readonly view: View;
	readonly marks: readonly SceneMark[];
	readonly areas: readonly SceneArea[];
	readonly lines: readonly SceneLine[];
	readonly rings: readonly SceneRing[];
	readonly names: readonly SceneName[];
	readonly territories: readonly SceneTerritory[];
	/** Palace at night: the globe is drawn darker. */
	readonly night: boolean;
}
