import type { Rect, Size } from '$lib/globe/camera/geometry';
import { beatIds, mapOf } from './site';
import { renderScene } from './render-scene';
import { slimSvg } from './slim-svg';

/** Shapes of a still map in a frame, CSS px: above the words, and beside them where there is room. */
const SHAPES: Readonly<Record<string, Size>> = {
	wide: { width: 460, height: 235 },
	tall: { width: 380, height: 600 }
};

/** The frame's box may be narrower or lower than the picture: so much may be cut at each edge, CSS px. */
const CUT = { wide: [8, 20], tall: [30, 34] } as Readonly<
	Record<string, readonly [number, number]>
>;

/** A coast with a point every 3 CSS px is a coast, and half as heavy. */
const NEAR = 3;

/** Names of all stills of a language: beat and shape. */
export function stillsOf(lang: string): string[] {
	return beatIds(lang).flatMap((id) => Object.keys(SHAPES).map((shape) => `${id}.${shape}`));
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
 * The still map of a beat for a frame.
 *
 * @param name beat id and shape, for instance `rumour.tall`
 * @returns null when there is no such beat or shape
 */
export function embedStill(lang: string, name: string): string | null {
	const [id = '', shape = ''] = name.split('.');
	const shown = mapOf(lang, id);
	const frame = framed(shape);
	if (!shown || !frame) return null;
	const { size, free, edges } = frame;
	return slimSvg(renderScene(shown.map, size, shown.sentence, free, edges), NEAR);
}
