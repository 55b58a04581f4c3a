/**
 * The shapes everything else speaks. Data flows one way:
 * content → checked Story → Position → Scene → components.
 *
 * Ids are permanent: a beat id is the HTML id, the text key and the test selector.
 */
import type { Chart } from './chart/chart';
import type { LonLat, MapScene, MarkKind } from './map-scene';
import type { BeatRuler, RulerFacts } from './ruler';
import type { StageKind } from './stage';
import type { Exchange } from './speech';

export type PersonState = 'speaking' | 'addressed' | 'present' | 'absent' | 'mentioned';

/** Where a passage stands in time: said on Sunday, known on Monday while writing, or expected. */
export type Told = 'sunday' | 'monday' | 'expected';

/** One beat's furniture. Derived from the story and a position, never stored. */
export interface Scene {
	readonly beat: string;
	readonly index: number;
	readonly section: string;
	/** 1–11 inside the telegram, null before and after it. */
	readonly sectionNumber: number | null;
	/** What the stage shows: one picture, or two where the window is wide. */
	readonly stage: readonly StageKind[];
	readonly map: MapScene;
	/**
	 * Persons shown at or beside the table, and sides of it that speak or are addressed as one; a person not listed has not
	 * been named yet.
	 */
	readonly people: Readonly<Record<string, PersonState>>;
	/** Topic id of the context panel, if the beat has one. */
	readonly panel: string | null;
	readonly chart: Chart | null;
	/** Where the ruler starts, at the beats about missiles; null elsewhere. */
	readonly ruler: BeatRuler | null;
	/** Which kind of hour it has: an id of `clock.yaml`. */
	readonly clock: string;
	readonly told: Told | null;
}

/** One scroll step: what the browser needs of it. Its words are in the page's HTML already. */
export interface Beat {
	readonly id: string;
	readonly section: string;
	readonly title: string;
	readonly stage: readonly StageKind[];
	readonly map: MapScene;
	readonly people: Readonly<Record<string, PersonState>>;
	/** What is reported to be said, in the order of the words. */
	readonly speech: readonly Exchange[];
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
	readonly atlas: Atlas;
	readonly ruler: RulerFacts;
}

/** Where the reader is: one beat and how far through it, 0 to 1. */
export interface Position {
	readonly beat: number;
	readonly progress: number;
}
