import type { BeatRuler, RulerFacts, RulerPlace } from '$lib/model/ruler';
import type { LonLat } from '$lib/model/map-scene';
import { byDistance, distanceKm, milesOf, nearestPlace, onGlobe, type Target } from './distance';
import { reachOf } from './reach';
import { measureSentence, pointWords, type Measure } from './say';
import type { RulerWords } from './words';

/** Where the ruler ends: a place of the story, or any point. */
export type RulerEnd = { readonly place: string } | { readonly at: LonLat };

/** What the map draws: the ruler from end to end, degrees. */
export interface RulerLine {
	readonly from: LonLat;
	readonly to: LonLat;
}

/**
 * The ruler: where it starts, where it ends, and what follows from that. The bench and the map write it,
 * both read it. It is kept nowhere, and what makes no sense (unknown ids, points that are none) changes nothing.
 */
export class Ruler {
	readonly facts: RulerFacts;
	readonly #words: RulerWords;

	/** True while the bench is open: then the ruler lies on the map. */
	open = $state(false);
	/** Place id where the ruler starts: one of the five origins. */
	origin = $state('');
	target = $state.raw<RulerEnd>({ place: '' });

	readonly #from = $derived.by(() => this.#place(this.origin));
	/** Every place that can be measured to, the nearest first. */
	readonly targets: readonly Target[] = $derived.by(() =>
		this.#from ? byDistance(this.#from, this.facts.places) : []
	);
	/** Id of the place where the ruler ends; null at a free point. */
	readonly place: string | null = $derived('place' in this.target ? this.target.place : null);
	readonly #end: LonLat | null = $derived.by(() =>
		'at' in this.target ? this.target.at : (this.#place(this.target.place)?.at ?? null)
	);
	/** Distance over the great circle, whole km. */
	readonly km: number = $derived.by(() =>
		this.#from && this.#end ? distanceKm(this.#from.at, this.#end) : 0
	);
	/** The measurement in numbers and names. */
	readonly measure: Measure = $derived.by(() => ({
		from: this.#from?.name ?? '',
		to:
			'at' in this.target
				? pointWords(this.target.at, this.#words)
				: (this.#place(this.target.place)?.name ?? ''),
		km: this.km,
		miles: milesOf(this.km),
		reach: reachOf(this.km, this.facts.missiles)
	}));
	/** The measurement as it is read out. */
	readonly sentence: string = $derived.by(() => measureSentence(this.measure, this.#words));
	/** For the map; null while the bench is closed. */
	readonly line: RulerLine | null = $derived.by(() =>
		this.open && this.#from && this.#end ? { from: this.#from.at, to: this.#end } : null
	);

	constructor(facts: RulerFacts, words: RulerWords) {
		this.facts = facts;
		this.#words = words;
		const [first, second] = facts.origins;
		this.lay({ from: first?.place ?? '', to: second?.place ?? '' });
	}

	/** Lays the ruler where a beat wants it; at a beat without one it is put away. */
	lay(wanted: BeatRuler | null): void {
		if (!wanted) {
			this.close();
			return;
		}
		this.setOrigin(wanted.from);
		this.setTarget(wanted.to);
	}

	/** Starts the ruler at another origin. Where it ended there, it now ends at the old origin. */
	setOrigin(place: string): void {
		if (!this.facts.origins.some((origin) => origin.place === place)) return;
		const before = this.origin;
		this.origin = place;
		if (this.place === place) this.setTarget(before);
	}

	setTarget(place: string): void {
		if (place !== this.origin && this.#place(place)) this.target = { place };
	}

	/**
	 * The far end is dragged over the map.
	 *
	 * @param at degrees; points beyond the edge of the globe are none and change nothing
	 * @param snapDegrees a place so near takes the ruler to itself
	 */
	dragTo(at: LonLat, snapDegrees: number): void {
		const point = onGlobe(at);
		if (!point) return;
		const near = nearestPlace(point, this.targets, snapDegrees);
		this.target = near ? { place: near.id } : { at: point };
	}

	/** Goes so many places farther (or nearer, below 0) in the order of distance, and stops at the ends. */
	step(by: number): void {
		const { targets } = this;
		const here = targets.findIndex(({ id }) => id === this.place);
		// From a free point the next place is the first that lies farther, or the last that lies nearer.
		const beyond = targets.filter(({ km }) => (by > 0 ? km <= this.km : km < this.km)).length;
		const to = here >= 0 ? here + by : beyond + by - (by > 0 ? 1 : 0);
		const next = targets[Math.min(Math.max(Math.trunc(to), 0), targets.length - 1)];
		if (next) this.target = { place: next.id };
	}

	close(): void {
		this.open = false;
	}

	#place(id: string): RulerPlace | null {
		return this.facts.places.find((place) => place.id === id) ?? null;
	}
}
