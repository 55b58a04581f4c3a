import { geoCircle, geoGraticule, geoPath, type GeoPermissibleObjects } from 'd3';
import type { LonLat, MapScene, MarkKind } from '../model/types';
import type { Basemap } from './basemap';
import type { Camera } from './camera';
import { DEGREES, EARTH_KM, type Rect, type Size } from './geometry';
import type { Label } from './labels';
import { facingOf, labelsOf } from './scene-labels';
import { projectionFor } from './projection';

/** A path with its look; classes are in `map.css`. */
interface DrawnPath {
	readonly id: string;
	readonly d: string;
	readonly look: string;
	readonly arrow: boolean;
}

export interface DrawnMark {
	readonly place: string;
	readonly kind: MarkKind;
	readonly focus: boolean;
	readonly x: number;
	readonly y: number;
}

/** Everything on the picture, as plain data: the browser and the still maps draw the same. CSS px. */
export interface Drawing {
	readonly size: Size;
	readonly scale: number;
	readonly sphere: { readonly x: number; readonly y: number; readonly radius: number };
	/** True while the limb is in the picture: then the globe is shaded. */
	readonly limb: boolean;
	/** How strongly it is shaded, 0 to 1: fades out before the limb leaves, or a flight would flash. */
	readonly shade: number;
	readonly graticule: string;
	readonly land: string;
	readonly borders: string;
	readonly areas: readonly DrawnPath[];
	readonly lines: readonly DrawnPath[];
	readonly marks: readonly DrawnMark[];
	readonly labels: readonly Label[];
	readonly night: boolean;
}

/** What stands over the map and how it is drawn at the moment. */
export interface Conditions {
	/** Boxes over the stage, CSS px. */
	readonly obstacles: readonly Rect[];
	/** While flying there are no labels. */
	readonly moving: boolean;
}

/** Closer than this (earth's radius on screen, px) the graticule gets its one-degree lines. */
const ISLAND_RADIUS = 9000;

/** Lettering and marks grow with the page's own type on large screens (see `base.css`), and never shrink. */
function scaleFor({ width, height }: Size): number {
	return Math.min(2.4, Math.max(1, (0.0072 * width + 0.0042 * height) / 16));
}

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
	{ obstacles, moving }: Conditions
): Drawing {
	const projection = projectionFor(camera, size, moving);
	const path = geoPath(projection).digits(1);
	const draw = (shape: GeoPermissibleObjects | null) => (shape ? (path(shape) ?? '') : '');
	const scale = scaleFor(size);
	const facing = facingOf(camera);
	const inPicture = (at: LonLat): boolean => {
		const [x, y] = projection([...at]) ?? [NaN, NaN];
		return facing(at) > 0 && x >= 0 && y >= 0 && x <= size.width && y <= size.height;
	};
	const across = Math.hypot(size.width, size.height);

	const areas = scene.areas.map(({ country, style }) => ({
		id: country,
		d: draw(basemap?.country(country) ?? null),
		look: style,
		arrow: false
	}));
	const lines = [
		...scene.rings.map((ring) => ({
			id: ring.id,
			d: draw(
				outline(
					geoCircle()
						.center([...ring.center])
						.radius((ring.radiusKm / EARTH_KM) * DEGREES)()
				)
			),
			look: ring.style,
			arrow: false
		})),
		...scene.lines.map((line) => ({
			id: line.id,
			d: draw({ type: 'LineString', coordinates: line.points.map((at) => [...at]) }),
			look: line.style,
			// The far end may be behind the earth or off the picture: an arrowhead there would point at nothing.
			arrow: line.arrow && line.points.length > 0 && inPicture(line.points.at(-1) ?? [0, 0])
		}))
	].filter(({ d }) => d !== '');
	const marks = scene.marks.flatMap(({ place, kind, focus, at }) => {
		const [x, y] = projection([...at]) ?? [NaN, NaN];
		return inPicture(at) ? [{ place, kind, focus, x: round(x), y: round(y) }] : [];
	});
	return {
		size,
		scale,
		sphere: { x: round(camera.x), y: round(camera.y), radius: round(camera.radius) },
		limb: camera.radius < across,
		shade: round(Math.min(1, Math.max(0, (2 * (across - camera.radius)) / across)), 100),
		graticule: draw(graticuleFor(camera)),
		land: draw(basemap?.land ?? null),
		borders: draw(basemap?.borders ?? null),
		areas: areas.filter(({ d }) => d !== ''),
		lines,
		marks,
		labels: moving
			? []
			: labelsOf(scene, marks, projection, facing, camera, size, scale, obstacles),
		night: scene.night
	};
}

/** Ten degrees (ART-DIRECTION); at island scale one degree, round the place alone. */
function graticuleFor({ lon, lat, radius }: Camera): GeoPermissibleObjects {
	if (radius < ISLAND_RADIUS) return geoGraticule().step([10, 10])();
	const reach = 9;
	return geoGraticule()
		.step([1, 1])
		.extent([
			[Math.round(lon) - reach, Math.max(-80, Math.round(lat) - reach)],
			[Math.round(lon) + reach, Math.min(80, Math.round(lat) + reach)]
		])();
}

/** A circle as a line: a ring is drawn, never filled. */
function outline(circle: { coordinates: number[][][] }): GeoPermissibleObjects {
	return { type: 'LineString', coordinates: circle.coordinates[0] ?? [] };
}

const round = (value: number, parts = 10): number => Math.round(value * parts) / parts;
