import type { LonLat, MapScene, View } from '$lib/model/map-scene';
import type { Camera, fitView } from '../camera/camera';
import type { kmBetween } from '../camera/geodesy';
import type { Rect } from '../camera/geometry';
import windows from '../data/windows.json';

/** What decides how near the reader may come. */
export interface Ground {
	/** What the explorer shows: one of its names stays in view. */
	readonly scene: MapScene;
	/** The passage's own view: it can always be had. */
	readonly view: View;
	/** The part of the stage that nothing covers, CSS px. */
	readonly free: Rect;
	/**
	 * The rules of the earth and the camera. They are given, not imported: with two files that import them the bundler cuts
	 * them out of the script at load, which then weighs more.
	 */
	readonly rules: {
		readonly fitView: typeof fitView;
		readonly kmBetween: typeof kmBetween;
		readonly EARTH_KM: number;
	};
}

type Rules = Ground['rules'];

/** The farthest shows the earth somewhat smaller than whole, the nearest a view this wide; km. */
const CLOSE_KM = 120;
/** North stays up, so the poles are never quite reached; degrees. */
const STEEPEST = 85;
/** What a coast was simplified by is at most so long on the screen, CSS px: beyond that it is seen as polygons. */
const COARSEST_PX = 9;
/** The nearest name stands within this part of the way from the middle to the edge: its label has room. */
const IN_VIEW = 0.75;

/** What the coasts were simplified by at a place, km: little near the places of the story, see `scripts/build-geo.mjs`. */
function simplifiedBy(at: LonLat, { kmBetween }: Rules): number {
	return Math.min(
		...windows.map(({ at: [lon = 0, lat = 0], near, far, from, to }) => {
			const share = (kmBetween([lon, lat], at) - from) / (to - from);
			return near + (far - near) * Math.min(1, Math.max(0, share));
		})
	);
}

/** The largest radius at which the coasts of a place are drawn finely, CSS px. */
const finest = (at: LonLat, rules: Rules): number =>
	(COARSEST_PX / simplifiedBy(at, rules)) * rules.EARTH_KM;

/** The largest radius at which a name is in view round a place, CSS px. */
function named(at: LonLat, { scene, free, rules: { kmBetween, EARTH_KM } }: Ground): number {
	const all = [...scene.marks, ...scene.names, ...scene.territories];
	const km = Math.min(...all.map((one) => kmBetween(one.at, at)));
	const out = Math.sin(Math.min(km / EARTH_KM, Math.PI / 2));
	return ((Math.min(free.width, free.height) / 2) * IN_VIEW) / out;
}

/** The least and the largest radius of the earth at a place, CSS px. */
function limits(at: LonLat, ground: Ground): { least: number; most: number } {
	const { view, free, rules } = ground;
	const { fitView, EARTH_KM } = rules;
	const fit = (km: number) => fitView({ center: at, km: [km, km] }, free).radius;
	const least = fit(Math.PI * EARTH_KM) * 0.8;
	const nearest = Math.min(fit(CLOSE_KM), finest(at, rules), named(at, ground));
	return { least, most: Math.max(least, nearest, fitView(view, free).radius) };
}

/** The earth under the finger, at whatever size. */
function dragged(camera: Camera, dx: number, dy: number): Camera {
	const flat = Math.max(0.2, Math.cos((camera.lat * Math.PI) / 180));
	const degrees = (px: number) =>
		Number.isFinite(px)
			? (Math.asin(Math.max(-1, Math.min(1, px / camera.radius))) * 180) / Math.PI
			: 0;
	const lon = camera.lon - degrees(dx) / flat;
	return {
		...camera,
		lon: ((((lon + 180) % 360) + 360) % 360) - 180,
		lat: Math.min(STEEPEST, Math.max(-STEEPEST, camera.lat + degrees(dy)))
	};
}

/**
 * The camera after the earth was dragged by so many CSS px: the ground follows the finger. Towards coasts that are known
 * less finely, and away from all names, the earth gets smaller.
 */
export function turned(camera: Camera, dx: number, dy: number, ground: Ground): Camera {
	const next = dragged(camera, dx, dy);
	const { most } = limits([next.lon, next.lat], ground);
	return { ...next, radius: Math.min(next.radius, most) };
}

/**
 * The camera so many times nearer, with the ground under one point of the picture kept there; no nearer than the coasts
 * are known and a name is in view.
 *
 * @param at CSS px; the middle of the globe when null
 */
export function zoomed(
	camera: Camera,
	factor: number,
	at: { readonly x: number; readonly y: number } | null,
	ground: Ground
): Camera {
	const { least, most } = limits([camera.lon, camera.lat], ground);
	const wanted = camera.radius * (Number.isFinite(factor) && factor > 0 ? factor : 1);
	const radius = Math.min(Math.max(wanted, least), most);
	const [dx, dy] = at ? [at.x - camera.x, at.y - camera.y] : [0, 0];
	const next = { ...camera, radius };
	// Beside the globe there is no ground to keep.
	if (Math.hypot(dx, dy) > 0.95 * Math.min(radius, camera.radius)) return next;
	// The ground under it has moved away from the middle by the same factor: it is dragged back.
	const grown = radius / camera.radius;
	return turned(next, dx * (1 - grown), dy * (1 - grown), ground);
}

/** How much of the earth is shown round a place that was chosen: so much, or what the coasts are known for; km. */
export function widthAt(at: LonLat, least: number, { free, rules }: Ground): number {
	const half = Math.min(free.width, free.height) / 2 / finest(at, rules);
	return Math.max(least, 2 * rules.EARTH_KM * Math.asin(Math.min(1, half)));
}
