import type { Rect } from '$lib/globe/camera/geometry';
import type { StageKind } from '$lib/model/stage';

/** Between two pictures that stand side by side, CSS px. */
const GAP = 20;
/** Of the free part, what a picture beside the map takes: a band below it, a plan beside it. */
const BAND_SHARE = 0.42;
const PLAN_SHARE = 0.54;

/** Height to width, at most: a plan that is drawn longer is a corridor. */
const TALLEST: Readonly<Record<Exclude<StageKind, 'map'>, number>> = {
	room: 1.3,
	evening: 1.8,
	evidence: 1.8,
	chart: 1.8
};

/** The middle of a box, no taller than the picture may be. */
function cut(kind: Exclude<StageKind, 'map'>, rect: Rect): Rect {
	const height = Math.min(rect.height, Math.round(rect.width * TALLEST[kind]));
	return { ...rect, y: rect.y + Math.round((rect.height - height) / 2), height };
}

/** Where the pictures of a beat stand. */
export interface Arrangement {
	/** The part of the stage that the map's subject fits into; null where no map is seen. */
	readonly map: Rect | null;
	/** The other pictures, in the order of the beat. */
	readonly boxes: readonly { readonly kind: Exclude<StageKind, 'map'>; readonly rect: Rect }[];
}

/**
 * Shares the free part of the stage between one or two pictures. The evening is a band as wide as the stage and lies below;
 * others stand beside each other, or one over the other where the free part is upright.
 *
 * @param kinds one or two pictures
 * @param free the part of the stage that nothing covers, CSS px
 */
export function arrange(kinds: readonly StageKind[], free: Rect): Arrangement {
	const [first = 'map', second] = kinds;
	if (!second) {
		return first === 'map'
			? { map: free, boxes: [] }
			: { map: null, boxes: [{ kind: first, rect: cut(first, free) }] };
	}
	const band = kinds.includes('evening');
	const below = band || free.height > free.width;
	// The map, or what the band belongs to, has the larger part.
	const order = band
		? [...kinds].sort((a, b) => Number(a === 'evening') - Number(b === 'evening'))
		: [...kinds].sort((a, b) => Number(a === 'map') - Number(b === 'map'));
	const share = band ? 1 - BAND_SHARE : PLAN_SHARE;
	const length = below ? free.height : free.width;
	const start = Math.round((length - GAP) * share);
	const rest = length - GAP - start;
	const rects: readonly [Rect, Rect] = below
		? [
				{ ...free, height: start },
				{ ...free, y: free.y + start + GAP, height: rest }
			]
		: [
				{ ...free, width: start },
				{ ...free, x: free.x + start + GAP, width: rest }
			];
	const placed = order.map((kind, i) => ({ kind, rect: i === 0 ? rects[0] : rects[1] }));
	return {
		map: placed.find(({ kind }) => kind === 'map')?.rect ?? null,
		boxes: kinds.flatMap((kind) => {
			const rect = placed.find((one) => one.kind === kind)?.rect;
			return kind === 'map' || !rect ? [] : [{ kind, rect: cut(kind, rect) }];
		})
	};
}
