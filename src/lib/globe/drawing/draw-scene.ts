import { geoPath, type GeoPermissibleObjects } from 'd3';
import type { LonLat, MapScene } from '$lib/model/map-scene';
import type { Basemap } from './basemap';
import type { Camera } from '../camera/camera';
import { drawBase, round, type DrawnBase, type DrawnPath } from './draw-base';
import type { Rect, Size } from '../camera/geometry';
import type { Label } from './labels';
import { projectionFor } from '../camera/projection';
import { arcOf, circleOf } from './ring';
import type { DrawnMark } from './drawn-mark';
import { facingOf, labelsOf } from './scene-labels';

/** What lies over the earth, as plain data. CSS px. */
interface DrawnOverlay {
	readonly lines: readonly DrawnPath[];
	readonly marks: readonly DrawnMark[];
	/** What marks are multiplied with: smaller where they lie close on a small picture. */
	readonly markScale: number;
	readonly labels: readonly Label[];
	readonly night: boolean;
}

/** Everything on the picture: the browser and the still maps draw the same. */
export type Drawing = DrawnBase & DrawnOverlay;

/** What stands over the map and how it is drawn at the moment. */
export interface Conditions {
	/** Boxes over the stage, CSS px. */
	readonly obstacles: readonly Rect[];
	/** While the camera moves nothing is placed. */
	readonly moving: boolean;
	/** The labels while the camera moves, for the marks of the frame; none when left out. */
	readonly inFlight?: ((marks: readonly DrawnMark[]) => readonly Label[]) | null | undefined;
	/** Leave out marks that lie on one of higher rank, and territories too small for the scale: the explorer shows all. */
	readonly thin?: boolean;
}

/** Marks nearer than this to one of higher rank are left out by `thin`; CSS px at scale 1. */
const CROWDED = 17;
/** On pictures smaller than this (CSS px) marks that lie close are drawn smaller, down to this part of their size. */
const SMALL_PICTURE = 460;
const LEAST = 0.66;

/**
 * Draws one scene. Pure: the same scene, map and camera give the same picture, here and on the server.
 *
 * @param basemap null while it is on its way: then sea and graticule stand alone
 */
export function drawScene(
	scene: MapScene,
	basemap: Basemap | null,
	camera: Camera,
	size: Size,
	conditions: Conditions
): Drawing {
	const base = drawBase(scene.areas, basemap, camera, size, conditions.moving);
	return { ...base, ...drawOverlay(scene, camera, size, base.scale, conditions) };
}

/**
 * Draws what lies over the earth: lines, rings, marks and, at rest, labels.
 *
 * @param scale what marks and lettering are multiplied with on large screens
 */
export function drawOverlay(
	scene: MapScene,
	camera: Camera,
	size: Size,
	scale: number,
	{ obstacles, moving, inFlight, thin = false }: Conditions
): DrawnOverlay {
	const projection = projectionFor(camera, size, moving);
	const path = geoPath(projection).digits(1);
	const draw = (shape: GeoPermissibleObjects) => path(shape) ?? '';
	const facing = facingOf(camera);
	const inPicture = (at: LonLat): [x: number, y: number] | null => {
		if (facing(at) <= 0) return null;
		const [x, y] = projection([...at]) ?? [NaN, NaN];
		return x >= 0 && y >= 0 && x <= size.width && y <= size.height ? [x, y] : null;
	};
	const lines = [
		...scene.rings.map((ring) => ({
			id: ring.id,
			d: draw(
				ring.style === 'hatch'
					? circleOf(ring)
					: { type: 'LineString', coordinates: arcOf(ring).map((at) => [...at]) }
			),
			look: ring.style,
			arrow: false
		})),
		...scene.lines.map((line) => ({
			id: line.id,
			d: draw({ type: 'LineString', coordinates: line.points.map((at) => [...at]) }),
			look: line.style,
			// The far end may be behind the earth or off the picture: an arrowhead there would point at nothing.
			arrow:
				line.arrow && line.points.length > 0 && inPicture(line.points.at(-1) ?? [0, 0]) !== null
		}))
	].filter(({ d }) => d !== '');
	const all = scene.marks.flatMap(({ place, kind, focus, chosen = false, at }) => {
		const seen = inPicture(at);
		return seen ? [{ place, kind, focus, chosen, x: round(seen[0]), y: round(seen[1]) }] : [];
	});
	const marks = thin ? thinned(all, CROWDED * scale) : all;
	const small = Math.min(size.width, size.height) < SMALL_PICTURE;
	const markScale = scale * (small && !thin ? roomOf(marks, CROWDED * scale) : 1);
	return {
		lines,
		marks,
		markScale,
		labels: moving
			? (inFlight?.(marks) ?? [])
			: labelsOf({
					scene,
					marks,
					projection,
					camera,
					size,
					scale,
					markScale,
					obstacles,
					byScale: thin
				}),
		night: scene.night
	};
}

/** How much of its full size a mark can have beside its nearest neighbour; smooth, so that nothing jumps in flight. */
function roomOf(marks: readonly DrawnMark[], distance: number): number {
	const gaps = marks.flatMap((a, i) =>
		marks.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))
	);
	return Math.max(LEAST, Math.min(1, ...gaps.map((gap) => gap / distance)));
}

/** Marks by rank, without those that lie on one already there. */
function thinned(marks: readonly DrawnMark[], distance: number): DrawnMark[] {
	const kept: DrawnMark[] = [];
	for (const mark of marks) {
		if (
			mark.focus ||
			mark.chosen ||
			kept.every((other) => Math.hypot(other.x - mark.x, other.y - mark.y) >= distance)
		) {
			kept.push(mark);
		}
	}
	return kept;
}
