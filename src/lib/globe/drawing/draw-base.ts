import { geoGraticule, geoPath } from 'd3';
import type { MapScene } from '$lib/model/map-scene';
import type { Basemap } from './basemap';
import type { Camera } from '../camera/camera';
import type { Size } from '../camera/geometry';
import { projectionFor } from '../camera/projection';
import { quickPath, vectorsOf, type Vectors } from './quick-path';

/** A path with its look; classes are in `map.css`. */
export interface DrawnPath {
	readonly id: string;
	readonly d: string;
	readonly look: string;
	readonly arrow: boolean;
}

/** The earth itself, as plain data. CSS px. */
export interface DrawnBase {
	readonly size: Size;
	/** What marks and lettering are multiplied with on large screens. */
	readonly scale: number;
	/** At rest, for those who compare pictures: longitude, latitude, and the globe's radius, x and y. */
	readonly camera: string | undefined;
	readonly sphere: { readonly x: number; readonly y: number; readonly radius: number };
	/** True while the limb is in the picture: then the globe is shaded. */
	readonly limb: boolean;
	/** How strongly it is shaded, 0 to 1: fades out before the limb leaves, or a flight would flash. */
	readonly shade: number;
	readonly graticule: string;
	readonly land: string;
	/** The shadow that the land throws on the sea: left out in motion, which makes a frame a quarter cheaper. */
	readonly shadow: string;
	readonly borders: string;
	readonly areas: readonly DrawnPath[];
}

/** Closer than this (earth's radius on screen, px) the graticule gets its one-degree lines. */
const ISLAND_RADIUS = 9000;

/** In motion points nearer to each other than this are one, CSS px at scale 1. */
const NEAR_IN_MOTION = 1.3;

/** Ten degrees (ART-DIRECTION), with points dense enough that its curves look round. */
const tenDegrees = (precision: number) =>
	vectorsOf(geoGraticule().step([10, 10]).precision(precision)().coordinates, false);
const TEN_DEGREES = tenDegrees(2.5);
const TEN_DEGREES_IN_MOTION = tenDegrees(5);

/**
 * Lettering and marks grow with the page's own type on large screens (see `base.css`), and never shrink.
 *
 * @param least a page that is read from farther away says how large they are at least
 */
function scaleFor({ width, height }: Size, least: number): number {
	return Math.max(least, Math.min(2.4, Math.max(1, (0.0072 * width + 0.0042 * height) / 16)));
}

/**
 * Draws the earth of one scene: sea, graticule, coasts, borders, filled states.
 *
 * @param basemap null while it is on its way: then sea and graticule stand alone
 * @param moving true while the camera moves
 * @param lettering least scale of lettering and marks
 */
export function drawBase(
	areas: MapScene['areas'],
	basemap: Basemap | null,
	camera: Camera,
	size: Size,
	moving: boolean,
	lettering = 1
): DrawnBase {
	const scale = scaleFor(size, lettering);
	const across = Math.hypot(size.width, size.height);
	const limb = camera.radius < across;
	const near = moving ? NEAR_IN_MOTION * scale : undefined;
	const draw = (vectors: Vectors | null | undefined) =>
		vectors ? quickPath(vectors, camera, size, near) : '';
	const land = draw(basemap?.land);
	return {
		size,
		scale,
		camera: moving
			? undefined
			: [camera.lon, camera.lat, camera.radius, camera.x, camera.y]
					.map((value) => round(value, 1000))
					.join(' '),
		sphere: { x: round(camera.x), y: round(camera.y), radius: round(camera.radius) },
		limb,
		shade: round(Math.min(1, Math.max(0, (2 * (across - camera.radius)) / across)), 100),
		graticule:
			camera.radius < ISLAND_RADIUS
				? draw(moving ? TEN_DEGREES_IN_MOTION : TEN_DEGREES)
				: oneDegree(camera, size, moving),
		land,
		shadow: moving ? '' : land,
		borders: draw(basemap?.borders),
		areas: areas
			.map(({ region, countries, style }) => ({
				id: region,
				d: countries.map((id) => draw(basemap?.country(id))).join(''),
				look: style,
				arrow: false
			}))
			.filter(({ d }) => d !== '')
	};
}

/** At island scale: one degree, round the place alone. */
function oneDegree(camera: Camera, size: Size, moving: boolean): string {
	const [lon, lat] = [Math.round(camera.lon), Math.round(camera.lat)];
	const reach = 9;
	const lines = geoGraticule()
		.step([1, 1])
		.extent([
			[lon - reach, Math.max(-80, lat - reach)],
			[lon + reach, Math.min(80, lat + reach)]
		])();
	return geoPath(projectionFor(camera, size, moving)).digits(1)(lines) ?? '';
}

export const round = (value: number, parts = 10): number => Math.round(value * parts) / parts;
