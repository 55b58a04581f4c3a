import { geoDistance, geoInterpolate, geoPath } from 'd3';
import { limbPoint, type Camera } from '$lib/globe/camera/camera';
import { round } from '$lib/globe/drawing/draw-base';
import { kmBetween } from '$lib/globe/camera/geodesy';
import type { Size } from '$lib/globe/camera/geometry';
import { projectionFor } from '$lib/globe/camera/projection';
import type { LonLat } from '$lib/model/map-scene';
import type { RulerLine } from './ruler.svelte';

/** The ruler on the picture, CSS px. */
export interface DrawnRuler {
	/** The great circle. */
	readonly line: string;
	/** A stroke across it every thousand kilometres. */
	readonly ticks: string;
	/** The near end; null on the far side of the earth. */
	readonly start: { readonly x: number; readonly y: number } | null;
	/** What the reader drags: the far end, or where the line leaves the visible side. */
	readonly handle: { readonly x: number; readonly y: number };
}

const TICK_KM = 1000;
/** Half a tick, CSS px at scale 1; every fifth is longer. */
const TICK = 5;
const LONG_TICK = 9;

/**
 * Draws the ruler: the shortest way over the earth between its ends, with a stroke every 1,000 km.
 *
 * @param scale what marks are multiplied with on large screens
 */
export function drawRuler(
	{ from, to }: RulerLine,
	camera: Camera,
	size: Size,
	scale: number
): DrawnRuler {
	const projection = projectionFor(camera, size);
	const unclipped = projectionFor({ ...camera }, size).clipExtent(null);
	const facing = (at: LonLat) => geoDistance([...at], [camera.lon, camera.lat]) < Math.PI / 2;
	const point = (at: LonLat) => {
		const [x, y] = unclipped([...at]) ?? [NaN, NaN];
		return { x: round(x), y: round(y) };
	};
	const way = geoInterpolate([...from], [...to]);
	const km = kmBetween(from, to);
	const at = (share: number): LonLat => {
		const [lon, lat] = way(Math.min(1, Math.max(0, share)));
		return [lon, lat];
	};
	const ticks = Array.from({ length: Math.floor(km / TICK_KM) }, (_, i) => {
		const share = ((i + 1) * TICK_KM) / km;
		const here = at(share);
		if (!facing(here)) return '';
		const [a, b] = [point(at(share - 0.002)), point(at(share + 0.002))];
		const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
		const half = ((i + 1) % 5 === 0 ? LONG_TICK : TICK) * scale;
		const [dx, dy] = [((a.y - b.y) / length) * half, ((b.x - a.x) / length) * half];
		const { x, y } = point(here);
		return `M${round(x - dx)} ${round(y - dy)}L${round(x + dx)} ${round(y + dy)}`;
	});
	const { x, y } = limbPoint(to, camera);
	const limb = { x: round(x), y: round(y) };
	return {
		line:
			geoPath(projection).digits(1)({ type: 'LineString', coordinates: [[...from], [...to]] }) ??
			'',
		ticks: ticks.join(''),
		start: facing(from) ? point(from) : null,
		handle: facing(to) ? point(to) : limb
	};
}
