import { contains, overlaps, type Rect } from '../camera/geometry';
import { LETTERING, textWidth, type Lettering } from './text-width';

/** What a label says and how it is set; `x`, `y` in CSS px. */
interface Lettered {
	readonly id: string;
	readonly text: string;
	readonly lettering: Lettering;
	readonly focus: boolean;
	/** What the passage is about: written at every size. */
	readonly kept?: boolean;
	readonly x: number;
	readonly y: number;
}

/** Something that wants a label at the point `x`, `y`. Order is rank. */
export interface Wish extends Lettered {
	/** Clear distance from the point, CSS px; 0 for names that stand on their point. */
	readonly clear: number;
	/** Has its place before all others, as far out as need be: the reader chose it. */
	readonly first?: boolean;
	/** Other points that a name may stand on, best first. */
	readonly or?: readonly Point[];
}

/** What the passage cannot do without. */
const isMust = ({ kept = false, first = false }: Wish): boolean => kept || first;

/**
 * A label that found its place. `x` is where its text is anchored, `y` the middle of its line, CSS px: before our fonts
 * arrive a text has another width, so it hangs on the side that is next to its mark.
 */
export interface Label extends Lettered {
	readonly anchor: Anchor;
	readonly width: number;
	readonly box: Rect;
	/** True when it stands beside the globe, on the dark ground. */
	readonly onInk: boolean;
	/** A line from the mark to a label that stands far from it: x1, y1, x2, y2 in CSS px. */
	readonly leader: readonly [number, number, number, number] | null;
}

/** CSS px. */
interface Point {
	readonly x: number;
	readonly y: number;
}

type Anchor = 'start' | 'middle' | 'end';

/** A box a label may take, and the side its text hangs on. */
interface Place {
	readonly box: Rect;
	readonly anchor: Anchor;
	/** Farther from the mark than its neighbours would expect. */
	readonly far: boolean;
}

/** A label that keeps farther than this from its mark has a leader, CSS px. */
const FAR = 28;

/** Directions round a mark, best first: right, left, above, below, then the corners. */
const ROUND = [
	[1, 0],
	[-1, 0],
	[0, -1],
	[0, 1],
	[1, -1],
	[-1, -1],
	[1, 1],
	[-1, 1]
] as const;

/** A name that slides keeps so much of itself on the far side of its mark, CSS px. */
const SLIDE = 12;

/** Air between labels that stand side by side, CSS px at scale 1: with less they would be read as one. */
const AIR = 6;

/** A name that must be there stands so far beside its point, with a leader, when there is no room on it; CSS px. */
const BESIDE = [18, 36, 60, 90, 130];

/** Air between a territory's point and its name beside it, CSS px. */
const ASIDE = 8;

/** The boxes a label may take: on its point, or round its mark; a focus label also farther out. */
function* places(wish: Wish, width: number, height: number, bounds: Rect): Generator<Place> {
	// Above and below a mark near the edge a name slides inwards, as long as it still stands over its mark.
	const inward =
		Math.min(Math.max(wish.x - width / 2, bounds.x), bounds.x + bounds.width - width) -
		(wish.x - width / 2);
	const slide = Math.abs(inward) < width / 2 - SLIDE ? inward : 0;
	if (wish.clear === 0) {
		// A country's name on its neighbour would be wrong; what the passage is about is named in any case.
		const stray = wish.lettering === 'country' && !isMust(wish) ? 0.6 : 1.2;
		for (const { x, y } of [wish, ...(wish.or ?? [])]) {
			for (const dy of [0, stray, -stray]) {
				const box = { x: x - width / 2, y: y - height / 2 + dy * height, width, height };
				yield { box, anchor: 'middle', far: false };
				if (isMust(wish) && slide !== 0)
					yield { box: { ...box, x: wish.x - width / 2 + slide }, anchor: 'middle', far: false };
			}
		}
		// Small lands lie close together: their names may stand beside them, with a leader.
		if (isMust(wish)) yield* round(wish, BESIDE, width, height, 0);
		if (wish.lettering !== 'territory') return;
		for (const dy of [0, 0.6, -0.6, 1.2, -1.2, 1.8, -1.8, 2.4, -2.4]) {
			const y = wish.y - height / 2 + dy * height;
			yield { box: { x: wish.x + ASIDE, y, width, height }, anchor: 'start', far: true };
			yield { box: { x: wish.x - ASIDE - width, y, width, height }, anchor: 'end', far: true };
		}
		return;
	}
	const distances = wish.focus || isMust(wish) ? [1, 1.8, 3, 4.5, 6.5] : [1, 1.6];
	yield* round(
		wish,
		distances.map((distance) => wish.clear * distance),
		width,
		height,
		slide
	);
}

/** Boxes in all directions round a point, at each of these distances, CSS px. */
function* round(
	{ x, y, clear }: Wish,
	distances: readonly number[],
	width: number,
	height: number,
	slide: number
): Generator<Place> {
	for (const away of distances) {
		for (const [dx, dy] of ROUND) {
			const slant = dx !== 0 && dy !== 0 ? 0.7 : 1;
			const box = {
				x: x + dx * away * slant + (dx > 0 ? 0 : dx < 0 ? -width : slide - width / 2),
				y: y + dy * away * slant + (dy > 0 ? 0 : dy < 0 ? -height : -height / 2),
				width,
				height
			};
			yield {
				box,
				anchor: dx > 0 ? 'start' : dx < 0 ? 'end' : 'middle',
				far: away > 1.7 * clear || clear > FAR
			};
		}
	}
}

/** Where labels may stand. Boxes in CSS px. */
export interface Room {
	readonly bounds: Rect;
	/** Marks and whatever lies over the map: no label touches them. */
	readonly taken: readonly Rect[];
	/** Points of the marks, CSS px: a label stands nearer to its own than to any other. */
	readonly marks?: readonly Point[];
	/** Points of lines: a label keeps off them where it can. */
	readonly strokes?: readonly Rect[];
	/** What lettering is multiplied with on large screens. */
	readonly scale: number;
	/** How many labels of each lettering at most. */
	readonly most: Readonly<Record<Lettering, number>>;
	/** How a box lies: on the globe, beside it, or across its edge, where no ink is legible. */
	readonly ground?: (box: Rect) => 'globe' | 'ink' | 'edge';
}

/**
 * Places labels by rank: each takes the first box that lies in bounds and touches no other label, no mark
 * and no obstacle; labels without a free box are dropped. Deterministic, and the same on the server.
 * A label stands on the globe where it can; a place beside the globe is written for the dark ground.
 */
export function placeLabels(wishes: readonly Wish[], room: Room): Label[] {
	const rank = (wish: Wish) =>
		4 * Number(wish.first ?? false) + 2 * Number(wish.kept ?? false) + Number(wish.focus);
	let order = [...wishes].sort((a, b) => rank(b) - rank(a));
	let best = placeInOrder(order, room);
	let tried = best;
	// What the passage is about is named, if it can be, and so are its countries, whose names stand on few points while those
	// of marks can move: those that found no room have the first choice.
	for (let i = 0; i < TRIES; i += 1) {
		const found = new Set(tried.map(({ id }) => id));
		const without = order.filter(
			(wish) => (isMust(wish) || (i === 0 && wish.lettering === 'country')) && !found.has(wish.id)
		);
		if (without.length === 0) break;
		order = [...new Set([...without, ...order])];
		tried = placeInOrder(order, room);
		if (worthOf(tried) > worthOf(best)) best = tried;
	}
	return best;
}

/** So often the labels are placed again in another order when one that must be there has no room. */
const TRIES = 4;

/** Labels of the passage's subject count above all, then those of marks and countries. */
const worthOf = (labels: readonly Label[]): number =>
	labels.reduce(
		(sum, { kept = false, lettering }) =>
			sum + (kept ? 1000 : Number(lettering === 'place' || lettering === 'country')),
		0
	);

function placeInOrder(
	wishes: readonly Wish[],
	{ bounds, taken, marks = [], strokes = [], scale, most, ground = () => 'globe' }: Room
): Label[] {
	const placed: Label[] = [];
	const count = { place: 0, country: 0, territory: 0, water: 0 };
	for (const wish of wishes) {
		const must = isMust(wish);
		if (count[wish.lettering] >= most[wish.lettering] && !must) continue;
		const width = textWidth(wish.text, wish.lettering, scale);
		const height = LETTERING[wish.lettering].height * scale;
		const open = [...places(wish, width, height, bounds)].filter(
			({ box, far }) =>
				contains(bounds, box) &&
				!placed.some((other) => overlaps(withAir(box, scale), other.box)) &&
				!taken.some((other) => overlaps(box, other)) &&
				// A leader through a name would strike it out; for what must be named it is the lesser evil.
				(must ||
					((!far || !crosses(leaderOf(wish, box), placed)) &&
						!placed.some(({ leader }) => leader && crosses(leader, [{ box }]))))
		);
		const clear = open.filter(({ box }) => !strokes.some((stroke) => overlaps(box, stroke)));
		// Nearer to another mark than to its own it would name the wrong one; with a leader it may.
		const own = ({ box, far }: Place) =>
			far ||
			wish.clear === 0 ||
			marks.every((mark) => distance(box, mark) >= distance(box, wish) - 1 || same(mark, wish));
		// A leader over another mark would seem to come from there, one over a name would strike it out.
		const apart = ({ box, far }: Place) => {
			if (placed.some(({ leader }) => leader && crosses(leader, [{ box }]))) return false;
			if (!far) return true;
			const leader = leaderOf(wish, box);
			const others = marks.filter((mark) => !same(mark, wish));
			return !crosses(leader, placed) && !crosses(leader, others.map(boxOfMark));
		};
		const good = clear.filter(own);
		const free = [
			...good.filter(apart),
			...open.filter((place) => own(place) && apart(place)),
			...good,
			...open.filter(own),
			...clear,
			...open
		];
		// A name belongs on its land, even over a line.
		if (wish.clear === 0) free.sort((a, b) => Number(a.far) - Number(b.far));
		const on = (where: string) => free.find(({ box }) => ground(box) === where);
		// A country or water beside the earth would name nothing; a place may, when there is no other way.
		const found = on('globe') ?? (must || wish.clear > 0 ? on('ink') : undefined);
		const last = found ?? (must ? free[0] : undefined);
		if (!last) continue;
		const { box, anchor, far } = last;
		count[wish.lettering] += 1;
		placed.push({
			...wish,
			x: box.x + (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2),
			y: box.y + height / 2,
			anchor,
			width,
			box,
			onInk: ground(box) === 'ink',
			leader: far ? leaderOf(wish, box) : null
		});
	}
	return placed;
}

const withAir = ({ x, y, width, height }: Rect, scale: number): Rect => ({
	x: x - AIR * scale,
	y,
	width: width + 2 * AIR * scale,
	height
});

/** How far a point lies from a box, CSS px; 0 inside. */
function distance(box: Rect, { x, y }: Point): number {
	return Math.hypot(
		Math.max(box.x - x, 0, x - box.x - box.width),
		Math.max(box.y - y, 0, y - box.y - box.height)
	);
}

const same = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) < 1;

/** Half of what a leader keeps off another mark, CSS px. */
const OFF_MARK = 6;

const boxOfMark = ({ x, y }: Point): { readonly box: Rect } => ({
	box: { x: x - OFF_MARK, y: y - OFF_MARK, width: 2 * OFF_MARK, height: 2 * OFF_MARK }
});

/** Whether a leader runs through one of these boxes. */
function crosses(
	[x1, y1, x2, y2]: readonly [number, number, number, number],
	labels: readonly { readonly box: Rect }[]
): boolean {
	const points = Array.from({ length: 9 }, (_, i) => ({
		x: x1 + ((x2 - x1) * i) / 8,
		y: y1 + ((y2 - y1) * i) / 8
	}));
	return labels.some(({ box }) => points.some((point) => distance(box, point) === 0));
}

/** From the rim of the mark to the nearest point of the label's box. */
function leaderOf(wish: Wish, box: Rect): [number, number, number, number] {
	const x = Math.min(Math.max(wish.x, box.x + 4), box.x + box.width - 4);
	const y = Math.min(Math.max(wish.y, box.y + 3), box.y + box.height - 3);
	const length = Math.hypot(x - wish.x, y - wish.y) || 1;
	const rim = (0.8 * wish.clear) / length;
	return [wish.x + (x - wish.x) * rim, wish.y + (y - wish.y) * rim, x, y];
}
