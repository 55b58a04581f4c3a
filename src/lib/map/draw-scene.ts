import {
	geoCircle,
	geoDistance,
	geoGraticule,
	geoInterpolate,
	geoPath,
	type GeoPermissibleObjects,
	type GeoProjection
} from 'd3';
import type { LonLat, MapScene, MarkKind } from '../model/types';
import type { Basemap } from './basemap';
import type { Camera } from './camera';
import { DEGREES, EARTH_KM, overlaps, type Rect, type Size } from './geometry';
import { placeLabels, type Label, type Wish } from './labels';
import { projectionFor } from './projection';

/** A path with its look; classes are in `map.css`. */
interface DrawnPath {
	readonly id: string;
	readonly d: string;
	readonly look: string;
	readonly arrow: boolean;
}

interface DrawnMark {
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

/** Half the size of a mark with its air, CSS px at scale 1. */
const MARK = 9;
/** Labels of countries and waters need this much angle to the limb, degrees. */
const FROM_LIMB = 14;
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
			arrow: line.arrow
		}))
	].filter(({ d }) => d !== '');
	const marks = scene.marks.flatMap(({ place, kind, focus, at }) => {
		const [x, y] = projection([...at]) ?? [NaN, NaN];
		const visible = facing(at) > 0 && x >= 0 && y >= 0 && x <= size.width && y <= size.height;
		return visible ? [{ place, kind, focus, x: round(x), y: round(y) }] : [];
	});
	return {
		size,
		scale,
		sphere: { x: round(camera.x), y: round(camera.y), radius: round(camera.radius) },
		limb: camera.radius < Math.hypot(size.width, size.height),
		graticule: draw(graticuleFor(camera)),
		land: draw(basemap?.land ?? null),
		borders: draw(basemap?.borders ?? null),
		areas: areas.filter(({ d }) => d !== ''),
		lines,
		marks,
		labels: moving ? [] : labelsOf(scene, marks, projection, facing, size, scale, obstacles),
		night: scene.night
	};
}

/** Degrees between a point and the limb; negative on the far side. */
function facingOf(camera: Camera) {
	return (at: LonLat): number => 90 - geoDistance([...at], [camera.lon, camera.lat]) * DEGREES;
}

function labelsOf(
	scene: MapScene,
	marks: readonly DrawnMark[],
	projection: GeoProjection,
	facing: (at: LonLat) => number,
	size: Size,
	scale: number,
	obstacles: readonly Rect[]
): Label[] {
	const point = (at: LonLat) => projection([...at]) ?? [NaN, NaN];
	const wishes: Wish[] = [];
	for (const { place, x, y, focus, kind } of marks) {
		const text = scene.marks.find((mark) => mark.place === place)?.label ?? place;
		const clear = MARK * scale * (kind === 'rumour' ? 1.5 : 1);
		wishes.push({ id: place, text, lettering: 'place', focus, x, y, clear });
	}
	for (const line of scene.lines) {
		if (!line.label) continue;
		const middle = middleOf(line.points, line.style === 'great-circle');
		if (facing(middle) < 2) continue;
		const [x, y] = point(middle);
		wishes.push({
			id: line.id,
			text: line.label,
			lettering: 'place',
			focus: line.style === 'great-circle',
			x,
			y,
			clear: 7 * scale
		});
	}
	for (const ring of scene.rings) {
		const at = ringLabelPoint(ring, projection, facing, size, obstacles);
		if (at)
			wishes.push({
				id: ring.id,
				text: ring.label,
				lettering: 'place',
				focus: true,
				x: at[0],
				y: at[1],
				clear: 7 * scale
			});
	}
	for (const name of scene.names) {
		if (facing(name.at) < FROM_LIMB) continue;
		const [x, y] = point(name.at);
		const text = name.kind === 'country' ? name.text.toLocaleUpperCase() : name.text;
		wishes.push({ id: name.id, text, lettering: name.kind, focus: name.focus, x, y, clear: 0 });
	}
	const half = MARK * 0.72 * scale;
	const taken = [
		...obstacles,
		...marks.map(({ x, y }) => ({ x: x - half, y: y - half, width: 2 * half, height: 2 * half }))
	];
	const small = Math.min(size.width, size.height) < 460;
	const bounds = { x: 6, y: 6, width: size.width - 12, height: size.height - 12 };
	return placeLabels(wishes, bounds, taken, scale, {
		place: small ? 7 : 14,
		country: small ? 3 : 6,
		water: small ? 2 : 4
	});
}

/** A point of the ring that is in front, on screen and under nothing: there its distance is written. */
function ringLabelPoint(
	ring: MapScene['rings'][number],
	projection: GeoProjection,
	facing: (at: LonLat) => number,
	size: Size,
	obstacles: readonly Rect[]
): [number, number] | null {
	const { coordinates } = geoCircle()
		.center([...ring.center])
		.radius((ring.radiusKm / EARTH_KM) * DEGREES)
		.precision(4)();
	const points = (coordinates[0] ?? []).flatMap((at) => {
		const lonLat: LonLat = [at[0] ?? 0, at[1] ?? 0];
		const xy = facing(lonLat) > 8 ? projection([...lonLat]) : null;
		return xy ? [xy] : [];
	});
	const room = points.filter(
		([x, y]) =>
			x > 110 &&
			x < size.width - 110 &&
			y > 40 &&
			y < size.height - 40 &&
			!obstacles.some((box) => overlaps(box, { x: x - 100, y: y - 20, width: 200, height: 40 }))
	);
	return room[Math.floor(room.length / 2)] ?? null;
}

/** The middle of a line: of the great circle, or of its waypoints. */
function middleOf(points: readonly LonLat[], greatCircle: boolean): LonLat {
	const first: LonLat = points[0] ?? [0, 0];
	const last: LonLat = points.at(-1) ?? first;
	if (!greatCircle && points.length > 2) return points[Math.floor(points.length / 2)] ?? first;
	return geoInterpolate([...first], [...last])(0.5);
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

const round = (value: number): number => Math.round(value * 10) / 10;
