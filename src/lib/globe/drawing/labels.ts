import { boxRound, distance, fits, overlaps, type Point, type Rect } from '../camera/geometry';
import { LETTERING, textWidth, type Lettering } from './text-width';

/** 3: the reader chose it. 2: the passage is about it, so it is written at every size. 1: in red. 0: all else. */
type Rank = 0 | 1 | 2 | 3;

/** What a label says and how it is set; `x`, `y` in CSS px. */
interface Lettered {
	readonly id: string;
	readonly text: string;
	readonly lettering: Lettering;
	readonly focus: boolean;
	readonly rank: Rank;
	readonly x: number;
	readonly y: number;
}

/** Something that wants a label at the point `x`, `y`. Among those of one rank the order decides. */
export interface Wish extends Lettered {
	/** Clear distance from the point, CSS px; 0 for names that stand on their point. */
	readonly clear: number;
	/** Other points that it may stand on or beside, best first. */
	readonly or?: readonly Point[];
}

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

/** A name without room on its land stands so far beside its point, with a leader, CSS px. */
const BESIDE = [10, 20, 36, 60, 90, 130];

/** How far a mark's label stands from it, in clear distances; what has a rank also farther out. */
const NEAR = [1, 1.6];
const OUT = [1, 1.8, 3, 4.5, 6.5];

/** The boxes a label may take: on its point, or round its mark; a focus label also farther out. */
function* places(wish: Wish, width: number, height: number, bounds: Rect): Generator<Place> {
	// Above and below a mark near the edge a name slides inwards, as long as it still stands over its mark.
	const inward =
		Math.min(Math.max(wish.x - width / 2, bounds.x), bounds.x + bounds.width - width) -
		(wish.x - width / 2);
	const slide = Math.abs(inward) < width / 2 - SLIDE ? inward : 0;
	const must = wish.rank > 1;
	if (wish.clear === 0) {
		// A country's name on its neighbour would be wrong; what the passage is about is named in any case.
		const strays =
			wish.lettering === 'country'
				? must
					? [0, 0.6, -0.6, 1.2, -1.2]
					: [0, 0.6, -0.6]
				: [0, 1.2, -1.2];
		for (const { x, y } of [wish, ...(wish.or ?? [])]) {
			for (const dy of strays) {
				const box = { x: x - width / 2, y: y - height / 2 + dy * height, width, height };
				yield { box, anchor: 'middle', far: false };
				if (must && slide !== 0) {
					yield { box: { ...box, x: wish.x - width / 2 + slide }, anchor: 'middle', far: false };
				}
			}
		}
	}
	// Small lands lie close together: their names may stand beside them, with a leader.
	const beside = must || wish.lettering === 'territory' ? BESIDE : [];
	const round = (wish.rank > 0 ? OUT : NEAR).map((distance) => wish.clear * distance);
	for (const away of wish.clear === 0 ? beside : round) {
		const far = away > 1.7 * wish.clear || wish.clear > FAR;
		// A leader begins at the first point.
		for (const { x, y } of wish.clear === 0 || far ? [wish] : [wish, ...(wish.or ?? [])]) {
			for (const [dx, dy] of ROUND) {
				const slant = dx !== 0 && dy !== 0 ? 0.7 : 1;
				const box = {
					x: x + dx * away * slant + (dx > 0 ? 0 : dx < 0 ? -width : slide - width / 2),
					y: y + dy * away * slant + (dy > 0 ? 0 : dy < 0 ? -height : -height / 2),
					width,
					height
				};
				yield { box, anchor: dx > 0 ? 'start' : dx < 0 ? 'end' : 'middle', far };
			}
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
	let order = [...wishes].sort((a, b) => b.rank - a.rank);
	let best = placeInOrder(order, room);
	let tried = best;
	// What the passage is about is named, if it can be: what found no room has the first choice.
	for (let i = 0; i < TRIES; i += 1) {
		const found = new Set(tried.map(({ id }) => id));
		const without = order.filter(({ id, rank }) => rank > 1 && !found.has(id));
		if (without.length === 0) break;
		order = [...new Set([...without, ...order])];
		tried = placeInOrder(order, room);
		if (worthOf(tried) > worthOf(best)) best = tried;
	}
	return best;
}

/** So often the labels are placed again in another order when one that must be there has no room. */
const TRIES = 4;

/** Labels of the passage's subject count above all. */
const worthOf = (labels: readonly Label[]): number =>
	labels.reduce((sum, { rank }) => sum + (rank > 1 ? 1000 : 1), 0);

function placeInOrder(
	wishes: readonly Wish[],
	{ bounds, taken, marks = [], strokes = [], scale, most, ground = () => 'globe' }: Room
): Label[] {
	const placed: Label[] = [];
	const count = { place: 0, country: 0, territory: 0, water: 0 };
	for (const wish of wishes) {
		const must = wish.rank > 1;
		if (count[wish.lettering] >= most[wish.lettering] && !must) continue;
		const width = textWidth(wish.text, wish.lettering, scale);
		const height = LETTERING[wish.lettering].height * scale;
		let found: Place | undefined;
		let least = Infinity;
		for (const place of places(wish, width, height, bounds)) {
			const { box, far } = place;
			const where = ground(box);
			if (
				!fits(box, bounds, taken) ||
				placed.some((other) => overlaps(withAir(box, scale), other.box)) ||
				// A country or water beside the earth would name nothing; a place may, when there is no other way.
				(!must && (where === 'edge' || (where === 'ink' && wish.clear === 0)))
			) {
				continue;
			}
			const leader = far ? leaderOf(wish, box) : null;
			// A leader through a name would strike it out; for what must be named it is the lesser evil.
			const strikes =
				(leader && crosses(leader, placed.map(boxOf))) ||
				placed.some((other) => other.leader && crosses(other.leader, [box]));
			if (strikes && !must) continue;
			const others = marks.filter((mark) => !same(mark, wish));
			const cost =
				32 * Number(where === 'edge') +
				16 * Number(where === 'ink') +
				// A name belongs on its land, even over a line.
				8 * Number(far && wish.clear === 0) +
				// Nearer to another mark than to its own it would name the wrong one; with a leader it may.
				4 *
					Number(
						!far &&
							wish.clear > 0 &&
							others.some((mark) => distance(box, mark) < distance(box, wish) - 1)
					) +
				// A leader over another mark would seem to come from there.
				2 *
					Number(
						strikes ||
							(leader &&
								crosses(
									leader,
									others.map(({ x, y }) => boxRound({ x, y, half: OFF_MARK }))
								))
					) +
				Number(strokes.some((stroke) => overlaps(box, stroke)));
			if (cost < least) [found, least] = [place, cost];
			if (cost === 0) break;
		}
		if (!found) continue;
		const { box, anchor, far } = found;
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

const same = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) < 1;

/** Half of what a leader keeps off another mark, CSS px. */
const OFF_MARK = 6;

const boxOf = ({ box }: Label): Rect => box;

/** Whether a leader runs through one of these boxes. */
function crosses(
	[x1, y1, x2, y2]: readonly [number, number, number, number],
	boxes: readonly Rect[]
): boolean {
	const points = Array.from({ length: 9 }, (_, i) => ({
		x: x1 + ((x2 - x1) * i) / 8,
		y: y1 + ((y2 - y1) * i) / 8
	}));
	return boxes.some((box) => points.some((point) => distance(box, point) === 0));
}

/** From the rim of the mark to the nearest point of the label's box. */
function leaderOf(wish: Wish, box: Rect): [number, number, number, number] {
	const x = Math.min(Math.max(wish.x, box.x + 4), box.x + box.width - 4);
	const y = Math.min(Math.max(wish.y, box.y + 3), box.y + box.height - 3);
	const length = Math.hypot(x - wish.x, y - wish.y) || 1;
	const rim = (0.8 * wish.clear) / length;
	return [wish.x + (x - wish.x) * rim, wish.y + (y - wish.y) * rim, x, y];
}
