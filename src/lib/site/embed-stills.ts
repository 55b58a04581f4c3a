import type { Rect, Size } from '$lib/globe/camera/geometry';
import { beatIds, mapOf } from './site';
import { picturedBeats } from './picture-names';
import { renderPicture } from './render-picture';
import { renderScene } from './render-scene';
import { slimSvg } from './slim-svg';

/** Shapes of a still map in a frame, CSS px: above the words, and beside them where there is room. */
const SHAPES: Readonly<Record<string, Size>> = {
	wide: { width: 460, height: 235 },
	tall: { width: 380, height: 600 }
};

/** The same for other pictures: a lying one is as wide as a frame of 360 px inside its border, so its letters are 13 px there. */
const PICTURES: Readonly<Record<string, Size>> = {
	wide: { width: 358, height: 184 },
	tall: { width: 380, height: 600 }
};

/** The frame's box may be narrower or lower than the map: so much may be cut at each edge, CSS px. */
const CUT = { wide: [8, 20], tall: [30, 34] } as Readonly<
	Record<string, readonly [number, number]>
>;

/** Before a shape: the map, of a beat that opens with another picture. */
const MAP = 'map-';

/** A coast with a point every 3 CSS px is a coast, and half as heavy; that of the first view of the whole story, which has little to spare, every 6. */
const NEAR = 3;
const NEAR_FIRST = 6;

/**
 * Names of all stills of a language: beat and shape, and for the frames of maps the map of every beat that opens with another
 * picture, as in `fifty.map-wide`.
 */
export function stillsOf(lang: string): string[] {
	return [
		...beatIds(lang).flatMap((id) => Object.keys(SHAPES).map((shape) => `${id}.${shape}`)),
		...picturedBeats(lang).map((id) => `${id}.${MAP}wide`)
	];
}

/** Where the map of a still stands: its size, the part that is never cut, and the edges that may be, CSS px. */
interface Framed {
	readonly size: Size;
	readonly free: Rect;
	readonly edges: readonly Rect[];
}

/** @returns null when there is no such shape */
export function framed(shape: string): Framed | null {
	const size = SHAPES[shape];
	const cut = CUT[shape];
	if (!size || !cut) return null;
	const [x, y] = cut;
	const { width, height } = size;
	return {
		size,
		free: { x, y, width: width - 2 * x, height: height - 2 * y },
		edges: [
			{ x: 0, y: 0, width, height: y },
			{ x: 0, y: height - y, width, height: y },
			{ x: 0, y: 0, width: x, height },
			{ x: width - x, y: 0, width: x, height }
		]
	};
}

/**
 * A still of a beat for a frame: what its stage shows first, or the map instead of a chart.
 *
 * @param name beat id and shape, for instance `rumour.tall`; with `map-` before the shape the map whatever comes first
 * @returns null when there is no such beat or shape
 */
export function embedStill(lang: string, name: string): string | null {
	const [id = '', given = ''] = name.split('.');
	const shape = given.replace(MAP, '');
	const shown = mapOf(lang, id);
	const frame = framed(shape);
	const pictured = PICTURES[shape];
	if (!shown || !frame || !pictured) return null;
	const picture = given === shape ? renderPicture(lang, id, pictured, { bleed: true }) : null;
	if (picture) return slimSvg(picture);
	const { size, free, edges } = frame;
	const near = id === beatIds(lang)[0] ? NEAR_FIRST : NEAR;
	return slimSvg(renderScene(shown.map, size, shown.sentence, free, edges), near);
}
