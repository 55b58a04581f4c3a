/**
 * The labels of one scene, by rank. Over 300 lines: each kind of thing on the map has its own wish for a place, and their
 * order is the ranking.
 */
import { geoDistance, geoInterpolate, type GeoProjection } from 'd3';
import type { LonLat, MapScene, MarkKind } from '$lib/model/map-scene';
import { limbPoint, type Camera } from '../camera/camera';
import {
	boxRound,
	DEGREES,
	distance,
	EARTH_KM,
	overlaps,
	type Rect,
	type Size,
	type Spot
} from '../camera/geometry';
import type { DrawnMark } from './drawn-mark';
import { arcOf } from './ring';
import { placeLabels, type Label, type Wish } from './labels';
import { namedTerritories } from './territories';

/** Half of what a mark takes up with its air, CSS px at scale 1: plain, with a halo, struck through, ringed. */
const MARK = 9;
const HALO = 13;
const STRUCK = 11;
const CHOSEN = 18;
/** The name of a rumour stands clear of its hatching, with a leader. */
const BESIDE_RUMOUR = 42;
/** Half of what is hatched round a rumour, as a part of the earth's radius. */
const RUMOUR = 0.06;
/** Air between a label and a card beside it, CSS px at scale 1. */
const AIR = 4;
/** Labels of countries and waters need this much angle to the limb, degrees. */
const FROM_LIMB = 14;

/** Degrees between a point and the limb; negative on the far side. */
export function facingOf(camera: Camera) {
	return (at: LonLat): number => 90 - geoDistance([...at], [camera.lon, camera.lat]) * DEGREES;
}

/** Every label of a scene that finds room, by rank: marks, lines, rings, then countries and waters. */
export function labelsOf({
	scene,
	marks,
	projection,
	camera,
	size,
	scale,
	markScale,
	obstacles,
	byScale
}: {
	readonly scene: MapScene;
	/** The marks of the scene that are in the picture. */
	readonly marks: readonly DrawnMark[];
	readonly projection: GeoProjection;
	readonly camera: Camera;
	/** CSS px. */
	readonly size: Size;
	/** What lettering is multiplied with on large screens. */
	readonly scale: number;
	/** What marks are multiplied with. */
	readonly markScale: number;
	/** Boxes over the map, CSS px. */
	readonly obstacles: readonly Rect[];
	/** Name territories only where the picture is near enough for them. */
	readonly byScale: boolean;
}): Label[] {
	const facing = facingOf(camera);
	// A place, a name and a line may share an id: the labels of each kind have their own.
	const point = (at: LonLat) => projection([...at]) ?? [NaN, NaN];
	const ends = rulerEnds(scene, camera, point, scale);
	/** Lines and rings as small boxes along them, CSS px. */
	const strokesOf = (lines: MapScene['lines'], rings: MapScene['rings'], half: number): Rect[] =>
		[
			...lines.flatMap(({ points }) => along(points)),
			...rings.filter(({ style }) => style !== 'hatch').flatMap(arcOf)
		]
			.filter((at) => facing(at) > 0)
			.map((at) => {
				const [x, y] = point(at);
				return boxRound({ x, y, half });
			});
	const wishes: Wish[] = [];
	for (const { place, x, y, focus, chosen, kind } of marks) {
		const text = scene.marks.find((mark) => mark.place === place)?.label ?? place;
		const own =
			kind === 'rumour'
				? Math.min(BESIDE_RUMOUR * scale, camera.radius * RUMOUR + CHOSEN * scale)
				: radiusOf(kind, focus, chosen) * markScale;
		const under = ends.filter((end) => Math.hypot(end.x - x, end.y - y) < end.half);
		const clear = Math.max(own, ...under.map(({ half }) => half + 2 * scale));
		wishes.push({
			id: place,
			text,
			lettering: 'place',
			focus,
			rank: chosen ? 3 : focus ? 2 : 0,
			out: !byScale,
			x,
			y,
			clear
		});
	}
	const shown = ([x, y]: readonly [number, number]) =>
		[x, size.width - x, y, size.height - y].every((room) => room > 0) &&
		!obstacles.some((box) => overlaps(box, { x, y, width: 0, height: 0 }));
	for (const { id, label, style, points } of scene.lines) {
		if (!label) continue;
		const seen = along(points)
			.filter((at) => facing(at) > 2)
			.map(point)
			.filter(shown)
			.map(([x, y]) => ({ x, y }));
		const [middle, ...others] = ALONG.flatMap((part) => seen[Math.floor(seen.length * part)] ?? []);
		if (!middle) continue;
		wishes.push({
			id: `line-${id}`,
			text: label,
			lettering: 'place',
			focus: style === 'great-circle',
			rank: style === 'great-circle' ? 1 : 0,
			drawn: true,
			...middle,
			or: others,
			clear: 7 * scale
		});
	}
	for (const ring of scene.rings) {
		const { id, center, radiusKm, style, label } = ring;
		const hatched = style === 'hatch';
		const [at, ...others] = hatched
			? [center].filter((at) => facing(at) > 0).map(point)
			: [
					...ringLabelPoint(ring, marks, projection, facing, size, obstacles),
					// On a small picture there may be room for it only where it hangs on one side.
					...arcOf(ring)
						.filter((at, i) => i % BY_RING === 0 && facing(at) > 2)
						.map(point)
						.filter(shown)
				];
		if (!at) continue;
		wishes.push({
			id: `ring-${id}`,
			text: label,
			lettering: 'place',
			focus: style === 'range',
			rank: style === 'range' ? 1 : 0,
			drawn: true,
			x: at[0],
			y: at[1],
			or: others.map(([x, y]) => ({ x, y })),
			clear: hatched ? (camera.radius * radiusKm) / EARTH_KM + 5 * scale : 7 * scale
		});
	}
	// Half of the picture's smaller side, as the sine of an angle at the earth's centre.
	const across = byScale ? Math.min(1, Math.min(size.width, size.height) / 2 / camera.radius) : 0;
	const territories = namedTerritories(scene)
		.filter(({ widest }) => across - 1e-6 <= Math.sin(widest / 2 / EARTH_KM))
		.map((territory) => ({ ...territory, kind: 'territory' as const, focus: false }));
	for (const name of [...scene.names, ...territories]) {
		const { id, kind, at, text, focus, or = [], keep } = { or: undefined, keep: false, ...name };
		const front = [at, ...or].filter((at) => facing(at) >= FROM_LIMB).map(point);
		// A point beside the picture or under a card would send a leader there, or name what is seen instead.
		const seen = front.filter(shown);
		const [first, ...others] = (
			seen.length > 0 || kind === 'territory' ? seen : front.slice(0, 1)
		).map(([x, y]) => ({ x, y }));
		if (!first) continue;
		const lettering = kind === 'words' ? 'country' : kind;
		wishes.push({
			id: `${kind === 'territory' ? kind : 'name'}-${id}`,
			text: lettering === 'country' ? text.toUpperCase() : text,
			lettering,
			focus,
			// What the reader explores is not what the passage shows.
			rank: !byScale && (focus || keep) ? 2 : 0,
			or: others,
			...first,
			clear: 0
		});
	}
	const taken = [
		...obstacles.map(({ x, width, ...box }) => ({
			...box,
			x: x - AIR * scale,
			width: width + 2 * AIR * scale
		})),
		...marks.map(({ x, y, kind, focus, chosen }) => {
			const half = drawnOf(kind, focus, chosen) * markScale;
			return boxRound({ x, y, half });
		}),
		...ends.map(boxRound)
	];
	const small = Math.min(size.width, size.height) < 460;
	const bounds = { x: 6, y: 6, width: size.width - 12, height: size.height - 12 };
	const most = {
		place: small ? 7 : 14,
		country: small ? 3 : 6,
		territory: small ? 2 : 14,
		water: small ? 2 : 4
	};
	const room = {
		bounds,
		taken,
		marks,
		strokes: strokesOf(
			scene.lines.filter(({ style }) => style !== 'ruler'),
			scene.rings,
			STROKE
		),
		ruler: strokesOf(
			scene.lines.filter(({ style }) => style === 'ruler'),
			[],
			RULER * scale
		),
		scale,
		small: Math.max(LEAST_COUNTRY, Math.min(1, camera.radius / (SMALL_EARTH * scale))),
		most,
		ground: groundOf(camera)
	};
	const labels = placeLabels(wishes, room);
	// Who governed what comes after all marks of the passage: one without a name would seem to be less than a colony.
	const silent = !byScale && marks.some(({ place }) => !labels.some(({ id }) => id === place));
	return silent ? labels.filter(({ lettering }) => lettering !== 'territory') : labels;
}

/** Where the earth's radius is less than this, CSS px at scale 1, countries have smaller letters, down to this part. */
const SMALL_EARTH = 150;
const LEAST_COUNTRY = 0.7;

/** Every so many points of a ring its distance may be written. */
const BY_RING = 6;

/** Where a line may have its name, in parts of what is seen of it, best first. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/** Half of what a point of a line takes up, CSS px. */
const STROKE = 4;
/** Half of what a point of the ruler's line takes up with its strokes across (see drawRuler), CSS px at scale 1. */
const RULER = 6;

/** Points along a line: each of its legs is a part of a great circle. */
const along = (points: readonly LonLat[]): LonLat[] =>
	points.slice(1).flatMap((to, i) => {
		const way = geoInterpolate([...(points[i] ?? to)], [...to]);
		return Array.from({ length: 41 }, (_, part) => way(part / 40));
	});

/** Half of what the ruler's near end and its knob take up (see RulerOnMap), CSS px at scale 1. */
const RULER_START = 8;
const RULER_KNOB = 15;

/** The ends of the ruler, where one lies on the map: the near end when it is in front, and what the hand drags. */
function rulerEnds(
	{ lines }: MapScene,
	camera: Camera,
	point: (at: LonLat) => readonly [number, number],
	scale: number
): Spot[] {
	const [from, to] = lines.find(({ style }) => style === 'ruler')?.points ?? [];
	if (!from || !to) return [];
	const facing = facingOf(camera);
	const spot = (at: LonLat, half: number) => {
		const [x, y] = point(at);
		return { x, y, half: half * scale };
	};
	return [
		...(facing(from) > 0 ? [spot(from, RULER_START)] : []),
		facing(to) > 0 ? spot(to, RULER_KNOB) : { ...limbPoint(to, camera), half: RULER_KNOB * scale }
	];
}

function radiusOf(kind: MarkKind, focus: boolean, chosen: boolean): number {
	if (chosen) return CHOSEN;
	if (focus || kind === 'rumour') return HALO;
	return kind === 'dismantled' ? STRUCK : MARK;
}

/** Half of what is drawn of a mark (see MarkSign), CSS px at scale 1. */
function drawnOf(kind: MarkKind, focus: boolean, chosen: boolean): number {
	if (chosen) return 17;
	if (kind === 'rumour') return 17;
	if (focus) return 12.2;
	return kind === 'dismantled' ? 9.5 : 7;
}

/** Whether a box lies on the globe, beside it, or across the limb. */
function groundOf({ x, y, radius }: Camera) {
	return (box: Rect): 'globe' | 'ink' | 'edge' => {
		const far = Math.hypot(
			Math.max(Math.abs(box.x - x), Math.abs(box.x + box.width - x)),
			Math.max(Math.abs(box.y - y), Math.abs(box.y + box.height - y))
		);
		return far <= radius ? 'globe' : distance(box, { x, y }) >= radius ? 'ink' : 'edge';
	};
}

/** A point of the ring that is in front, on screen and under nothing: there its distance is written. */
function ringLabelPoint(
	ring: MapScene['rings'][number],
	marks: readonly DrawnMark[],
	projection: GeoProjection,
	facing: (at: LonLat) => number,
	size: Size,
	obstacles: readonly Rect[]
): [number, number][] {
	const points = arcOf(ring).flatMap((at) => {
		const xy = facing(at) > 8 ? projection([...at]) : null;
		return xy ? [xy] : [];
	});
	// Half a label from the edge; on a small picture it may hang on one side.
	const aside = Math.min(110, size.width / 5);
	const room = points.filter(
		([x, y]) =>
			x > aside &&
			x < size.width - aside &&
			y > 30 &&
			y < size.height - 30 &&
			!obstacles.some((box) => overlaps(box, { x: x - 100, y: y - 20, width: 200, height: 40 }))
	);
	// Far from every mark, or the distance would be taken for the mark's.
	const alone = ([x, y]: [number, number]) =>
		Math.min(160, ...marks.map((mark) => Math.hypot(mark.x - x, mark.y - y)));
	const best = Math.max(...room.map(alone));
	const lonely = room.filter((point) => alone(point) >= best - 1);
	return lonely.slice(Math.floor(lonely.length / 2)).slice(0, 1);
}
