import type { LonLat, View } from '$lib/model/map-scene';
import { DEGREES, EARTH_KM, type Rect } from './geometry';

/** What the globe is seen with. North is always up. */
export interface Camera {
	/** Degrees; the point of the earth in the middle of the picture. */
	readonly lon: number;
	readonly lat: number;
	/** The earth's radius on screen, CSS px. */
	readonly radius: number;
	/** Where that point stands on screen, CSS px. */
	readonly x: number;
	readonly y: number;
}

/** Half the earth's girth: the widest a view can be, km. */
const WIDEST_KM = Math.PI * EARTH_KM;
/** Nothing is shown nearer than this: the source data has a grid of about 400 m. */
const NEAREST_KM = 40;

/**
 * The camera that shows a view whole in the free part of the screen.
 *
 * @param view what must fit; an insane one is brought into range
 * @param free CSS px; a box without size gives a camera that draws a dot, never an error
 * @param padding CSS px kept clear on each side
 */
export function fitView(view: View, free: Rect, padding = 28): Camera {
	const room = (size: number) => {
		const px = Number.isFinite(size) ? size : 0;
		return Math.max(1, px - 2 * Math.min(padding, px * 0.04));
	};
	const radiusFor = (km: number, px: number) => {
		const wide = Number.isFinite(km) ? Math.min(Math.max(km, NEAREST_KM), WIDEST_KM) : WIDEST_KM;
		return px / 2 / Math.sin(wide / 2 / EARTH_KM);
	};
	const [width, height] = view.km;
	const finite = (value: number, limit: number) =>
		Number.isFinite(value) ? Math.min(Math.max(value, -limit), limit) : 0;
	return {
		lon: finite(view.center[0], 180),
		lat: finite(view.center[1], 90),
		radius: Math.min(radiusFor(width, room(free.width)), radiusFor(height, room(free.height))),
		x: finite(free.x + free.width / 2, 1e6),
		y: finite(free.y + free.height / 2, 1e6)
	};
}

/** How far the reader may come near and go away, the earth's radius in CSS px. */
export interface Limits {
	readonly least: number;
	readonly most: number;
}

/** The farthest shows the earth somewhat smaller than whole, the nearest a view this wide; km. */
const CLOSE_KM = 120;
/** North stays up, so the poles are never quite reached; degrees. */
const STEEPEST = 85;

/** @param free the part of the stage that nothing covers, CSS px */
export function limitsFor(free: Rect): Limits {
	const view = (km: number): View => ({ center: [0, 0], km: [km, km] });
	return {
		least: fitView(view(WIDEST_KM), free).radius * 0.8,
		most: fitView(view(CLOSE_KM), free).radius
	};
}

/** The camera after the earth was dragged by so many CSS px: the ground follows the finger. */
export function turned(camera: Camera, dx: number, dy: number): Camera {
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
 * The camera so many times nearer, with the ground under one point of the picture kept there.
 *
 * @param at CSS px; the middle of the globe when left out
 */
export function zoomed(
	camera: Camera,
	factor: number,
	limits: Limits,
	at: { readonly x: number; readonly y: number } = camera
): Camera {
	const wanted = camera.radius * (Number.isFinite(factor) && factor > 0 ? factor : 1);
	const radius = Math.min(Math.max(wanted, limits.least), limits.most);
	const [dx, dy] = [at.x - camera.x, at.y - camera.y];
	const next = { ...camera, radius };
	// Beside the globe there is no ground to keep.
	if (Math.hypot(dx, dy) > 0.95 * Math.min(radius, camera.radius)) return next;
	// The ground under it has moved away from the middle by the same factor: it is dragged back.
	const grown = radius / camera.radius;
	return turned(next, dx * (1 - grown), dy * (1 - grown));
}

/** The place of the earth under a point of the picture, or null beside the globe. */
export function groundAt(camera: Camera, x: number, y: number): LonLat | null {
	const [east, north] = [(x - camera.x) / camera.radius, (camera.y - y) / camera.radius];
	const squared = east * east + north * north;
	if (!(squared <= 1)) return null;
	const out = Math.sqrt(1 - squared);
	const [cos, sin] = [Math.cos(camera.lat / DEGREES), Math.sin(camera.lat / DEGREES)];
	const lat = Math.asin(Math.min(1, Math.max(-1, out * sin + north * cos)));
	const lon = Math.atan2(east, out * cos - north * sin);
	return [((camera.lon + lon * DEGREES + 540) % 360) - 180, lat * DEGREES];
}

/** The point of the limb that is nearest to a place behind it, CSS px. */
export function limbPoint([lon, lat]: LonLat, camera: Camera): { x: number; y: number } {
	const turn = (lon - camera.lon) / DEGREES;
	const [sin, cos] = [Math.sin(camera.lat / DEGREES), Math.cos(camera.lat / DEGREES)];
	const [sinP, cosP] = [Math.sin(lat / DEGREES), Math.cos(lat / DEGREES)];
	const east = cosP * Math.sin(turn);
	const north = cos * sinP - sin * cosP * Math.cos(turn);
	const out = camera.radius / (Math.hypot(east, north) || 1);
	return { x: camera.x + out * east, y: camera.y - out * north };
}
