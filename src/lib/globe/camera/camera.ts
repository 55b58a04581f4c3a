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
