import type { LonLat, View } from '$lib/model/map-scene';
import { fitView, type Camera } from './camera/camera';
import type { Rect } from './camera/geometry';

/** Views wider than this (km) show the whole globe: it turns in when the page opens. */
const ENTRANCE_KM = 12_000;
/** Where the entrance begins, degrees east and south of the view. */
const ENTRANCE_EAST = 55;
const ENTRANCE_SOUTH = 8;
/** The least part of the earth that a place of the explorer is shown in, km. */
export const PLACE_KM = 520;

/** What decides where the camera goes next. Pure data: `Globe.svelte` keeps one and moves the camera. */
export interface Steering {
	/** The view the camera was last sent to; null before the first. */
	readonly aim: View | null;
	/** The beat of that view. */
	readonly beat: string;
	/** True in explore mode. */
	readonly exploring: boolean;
	/** True after a gesture of the reader: the camera stays where they put it. */
	readonly steered: boolean;
	/** What the reader asked to see in explore mode, until a gesture moves the map. */
	readonly sight: View | null;
	/** Where explore mode begins next: the reader left it by a link and comes back. */
	readonly resumeAt: Camera | null;
}

/** What the camera does: `cut` at once; `go` flies, or cuts with a short fade; `enter` cuts to one camera and flies on. */
export type Move =
	| { readonly kind: 'cut'; readonly to: Camera }
	| { readonly kind: 'go'; readonly to: Camera }
	| { readonly kind: 'enter'; readonly from: Camera; readonly to: Camera };

/** What the page wants to be seen now. */
export interface Wanted {
	readonly beat: string;
	/** The same object as before means: only size or covers have changed. */
	readonly view: View;
	readonly exploring: boolean;
	/** The part of the stage that nothing covers, CSS px. */
	readonly free: Rect;
	/** Where the camera is. */
	readonly camera: Camera;
	/** True while a flight or a gesture is under way. */
	readonly moving: boolean;
	/** False where the camera only cuts. */
	readonly flies: boolean;
}

export const NOT_STARTED: Steering = {
	aim: null,
	beat: '',
	exploring: false,
	steered: false,
	sight: null,
	resumeAt: null
};

/**
 * The next state and what the camera does. Another view flies; another size, or other covers, fit the same view again; what
 * the reader turned stays as it is and only moves with the middle of the free part.
 */
export function follow(before: Steering, wanted: Wanted): [Steering, Move] {
	const { beat, view, exploring, free, camera, moving, flies } = wanted;
	const to = fitView(view, free);
	const modeChanged = before.exploring !== exploring;
	const same = before.aim === view && !modeChanged;
	const steered = modeChanged ? exploring && before.resumeAt !== null : before.steered;
	const sight = modeChanged ? null : before.sight;
	const next: Steering = { ...before, aim: view, beat, exploring, steered, sight };

	if (before.aim === null) {
		const turnsIn = flies && Math.min(...view.km) > ENTRANCE_KM;
		const from = { ...to, lon: to.lon + ENTRANCE_EAST, lat: to.lat - ENTRANCE_SOUTH };
		return [next, turnsIn ? { kind: 'enter', from, to } : { kind: 'cut', to }];
	}
	if (steered && before.resumeAt) {
		const there = { ...before.resumeAt, x: to.x, y: to.y };
		return [
			{ ...next, resumeAt: null },
			{ kind: 'cut', to: there }
		];
	}
	if (same && steered && !sight) {
		return [next, { kind: 'cut', to: { ...camera, x: to.x, y: to.y } }];
	}
	const there = same && steered && sight ? fitView(sight, free) : to;
	return [next, { kind: same && !moving ? 'cut' : 'go', to: there }];
}

/** After a gesture: the camera is the reader's. */
export const afterGesture = (before: Steering): Steering => ({
	...before,
	steered: true,
	sight: null
});

/** Back to the view of the passage. */
export const afterHome = (before: Steering): Steering => ({
	...before,
	steered: false,
	sight: null
});

/** To a place of the explorer, from near by; so much of the earth is shown, km. */
export const toPlace = (
	before: Steering,
	at: LonLat,
	km: number
): Steering & { readonly sight: View } => ({
	...before,
	steered: true,
	sight: { center: at, km: [km, km] }
});

/** Explore mode begins here the next time. */
export const resumeAt = (before: Steering, camera: Camera): Steering => ({
	...before,
	resumeAt: camera
});
