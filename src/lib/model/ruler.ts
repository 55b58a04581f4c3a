import type { LonLat } from './map-scene';

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
