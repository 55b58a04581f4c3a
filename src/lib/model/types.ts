/**
 * The shapes everything else speaks. Data flows one way:
 * content → checked Story → Position → Scene → components.
 *
 * Ids are permanent: a beat id is the HTML id, the text key and the test selector.
 */

/** Weighs the telegram's own words. */
export const EVIDENCE_MARKS = [
	'confirmed',
	'probable',
	'only-this-telegram',
	'disputed',
	'contradicted'
] as const;
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

/** Says how sure our own note is; never mixed with an evidence mark. */
export const CONFIDENCES = [
	'established',
	'probable',
	'disputed',
	'only-the-telegram',
	'general-knowledge'
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Paragraph ids of the document, in order. Links, citations and embeds rest on them. */
export const PARAGRAPH_IDS: readonly string[] = [
	'head',
	'addressee',
	...Array.from({ length: 16 }, (_, i) => `p${String(i + 1).padStart(2, '0')}`),
	'signature',
	'source'
];
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

/** A country or water name that belongs to no mark. */
interface SceneName {
	readonly id: string;
	readonly kind: 'country' | 'water';
	readonly at: LonLat;
	readonly text: string;
	/** True when the beat's words name it: drawn in red. */
	readonly focus: boolean;
}

/** Who governed a colony or dependent territory on 18 November 1962, written where it lies. */
interface SceneTerritory {
	readonly id: string;
	readonly at: LonLat;
	/** For instance “Bahamas (UK)”. */
	readonly text: string;
	/** In views wider than this (km) it is not named. */
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

/** Why a number stands in a chart: this telegram alone gives it, or other records do. */
type ChartBasis = 'only-this-telegram' | 'records';

/** A height on the altitude chart, with its words. */
interface ChartHeight {
	readonly id: string;
	/** Kilometres above the ground. */
	readonly km: number;
	readonly basis: ChartBasis;
	/** The basis in words. */
	readonly basisLabel: string;
	/** The height as it is written, for instance “about 20 km”. */
	readonly value: string;
	/** The same in feet, for instance “about 66,000 feet”. */
	readonly feet: string;
	readonly name: string;
	/** True when the beat is about it: drawn in red. */
	readonly focus: boolean;
}

/** Heights to scale over the ground. Nothing but the vertical means anything. */
export interface AltitudeChart {
	readonly kind: 'altitude';
	readonly id: string;
	readonly title: string;
	/** What the chart does not show. */
	readonly note: string;
	/** Upper end of the scale, km. */
	readonly topKm: number;
	readonly heights: readonly ChartHeight[];
	/** What lies between the lowest and the highest, for instance “about 19 km apart”. */
	readonly apart: string;
	/** What lies so low that at this scale it is the ground itself; null for nothing. */
	readonly ground: string | null;
}

/** One city's clock on the strip. Shares are percent of the strip's width. */
interface ChartZone {
	readonly id: string;
	readonly name: string;
	/** Distance from Greenwich time, for instance “UTC+3”. */
	readonly offset: string;
	/** The days there; the date is written at `spot`. */
	readonly days: readonly {
		readonly from: number;
		readonly to: number;
		readonly spot: number;
		readonly text: string;
	}[];
	/** Time of day at each event, in the order of the chart's events. */
	readonly times: readonly string[];
}

/** The same hours in several time zones, with events on one time line. */
export interface ZoneChart {
	readonly kind: 'zones';
	readonly id: string;
	readonly title: string;
	readonly note: string;
	/** Where the full hours stand. */
	readonly hours: readonly number[];
	readonly zones: readonly ChartZone[];
	/** In the order of time. `at`: percent of the strip's width; `zone`: where it happened. */
	readonly events: readonly {
		readonly id: string;
		readonly at: number;
		readonly zone: string;
		readonly name: string;
		readonly focus: boolean;
	}[];
	/** What lies between the first event and the last, for instance “4 hours”. */
	readonly gap: string;
	/** The telegram's own order: ids of events, and what the chart says of it. */
	readonly telling: { readonly order: readonly string[]; readonly name: string };
}

/** A chart beside the map. */
export type Chart = AltitudeChart | ZoneChart;

export type PersonState = 'speaking' | 'addressed' | 'present' | 'absent' | 'mentioned';

/** Where a passage stands in time: said on Sunday, known on Monday while writing, or expected. */
export type Told = 'sunday' | 'monday' | 'expected';

/** Where the ruler lies when it is opened at a beat: two place ids. */
export interface BeatRuler {
	readonly from: string;
	readonly to: string;
}

/** A place that the ruler can touch. */
export interface RulerPlace {
	readonly id: string;
	readonly at: LonLat;
	/** Short name, fit for a list and a sentence. */
	readonly name: string;
}

/** A missile of 1962, as far as the ruler is concerned. */
export interface Missile {
	readonly id: string;
	readonly name: string;
	readonly side: 'soviet' | 'us';
	/** Lowest and highest published range, km; the same figure twice when there is one. */
	readonly rangeKm: readonly [lowest: number, highest: number];
	/** True where a source gives its figure as a lower limit: beyond the highest figure nothing is known. */
	readonly atLeast: boolean;
}

/** What the range bench measures with. */
export interface RulerFacts {
	/** Where a measurement can start: a place id and the country's name, in the order of the buttons. */
	readonly origins: readonly { readonly place: string; readonly land: string }[];
	/** Every point of the story that can be measured to. */
	readonly places: readonly RulerPlace[];
	readonly missiles: readonly Missile[];
}

/** One beat's furniture. Derived from the story and a position, never stored. */
export interface Scene {
	readonly beat: string;
	readonly index: number;
	readonly section: string;
	/** 1–11 inside the telegram, null before and after it. */
	readonly sectionNumber: number | null;
	readonly map: MapScene;
	/** Persons shown at or beside the table; a person not listed has not been named yet. */
	readonly people: Readonly<Record<string, PersonState>>;
	/** Topic id of the context panel, if the beat has one. */
	readonly panel: string | null;
	readonly chart: Chart | null;
	/** Where the ruler starts, at the beats about missiles; null elsewhere. */
	readonly ruler: BeatRuler | null;
	/** Clock moment id. */
	readonly clock: string;
	readonly told: Told | null;
}

/** One scroll step: what the browser needs of it. Its words are in the page's HTML already. */
export interface Beat {
	readonly id: string;
	readonly section: string;
	readonly title: string;
	readonly map: MapScene;
	readonly people: Readonly<Record<string, PersonState>>;
	readonly panel: string | null;
	readonly chart: Chart | null;
	readonly ruler: BeatRuler | null;
	readonly clock: string;
	readonly told: Told | null;
	/** Words of telegram and narration, for the minutes left. */
	readonly words: number;
	/** Words of the telegram alone, for the small picture of the page. */
	readonly telegramWords: number;
}

export interface Section {
	readonly id: string;
	/** 1–11 inside the telegram, null for prologue and epilogue. */
	readonly number: number | null;
	readonly title: string;
	readonly beats: readonly string[];
}

/** What a token and a card heading need of a person. */
export interface PersonToken {
	readonly id: string;
	readonly name: string;
	readonly surname: string;
	readonly initials: string;
	/** Where the token stands: at the table, on an empty chair, or away from it. */
	readonly seat: 'soviet' | 'cuban' | 'chair' | 'away';
}

/** One segment of the evening strip. Hours in Havana time, counted from Sunday 00:00 (so Monday 3:30 p.m. = 39.5). */
export interface ClockMoment {
	readonly id: string;
	readonly fromHour: number | null;
	readonly toHour: number | null;
	/** `told`: the telegram gives the hour; `inferred`: we worked it out; `unknown`: only the order is known. */
	readonly basis: 'told' | 'inferred' | 'unknown';
	readonly label: string;
}

/** A place of the story, as the map knows it. */
interface AtlasPlace {
	readonly at: LonLat;
	readonly kind: MarkKind;
	/** False for what is no point: a region, the centre of an arc. */
	readonly marked: boolean;
	/** What the map writes beside it. */
	readonly label: string;
}

/** Everything that any map of the story names: for the explorer, and for places touched in the words. */
export interface Atlas {
	/** By place id, those that have a card. */
	readonly places: Readonly<Record<string, AtlasPlace>>;
	readonly names: MapScene['names'];
	readonly territories: MapScene['territories'];
}

/** Read-only, complete, checked: what the browser sees. Neither schema nor raw content reaches it. */
export interface Story {
	readonly lang: string;
	readonly sections: readonly Section[];
	readonly beats: readonly Beat[];
	readonly people: readonly PersonToken[];
	readonly clock: readonly ClockMoment[];
	readonly atlas: Atlas;
	readonly ruler: RulerFacts;
}

/** Where the reader is: one beat and how far through it, 0 to 1. */
export interface Position {
	readonly beat: number;
	readonly progress: number;
}
