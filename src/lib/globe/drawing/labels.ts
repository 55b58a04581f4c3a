/**
 * Where labels stand. Over 300 lines: what a label may do and what speaks against a place are weighed against each other,
 * and can only be read together.
 */
import { boxRound, distance, fits, overlaps, type Point, type Rect } from '../camera/geometry';
import { formsOf, type Form } from './label-forms';
import { crosses, meet, type Leader } from './leaders';
import { LETTERING, type Lettering } from './text-width';

/**
 * 3: the reader chose it. 2: the passage is about it, so it is written at every size. 1: in red. 0: all else.
 */
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
	/** Other points that it may stand on or beside, best first; the leader of a land may begin at any. */
	readonly or?: readonly Point[];
	/** Whether it may stand farther out, with a leader, though it has no rank. */
	readonly out?: boolean;
	/** True for a line or ring: what it says may displace names without rank, and others that can stand elsewhere. */
	readonly drawn?: boolean;
}

/**
 * A label that found its place. `x` is where its text is anchored, `y` the middle of its line, CSS px: before our fonts
 * arrive a text has another width, so it hangs on the side that is next to its mark.
 */
export interface Label extends Lettered {
	readonly anchor: Anchor;
	/** Its text, in one line or two. */
	readonly lines: readonly string[];
	/** What its letters are multiplied with. */
	readonly scale: number;
	/** Of the longest line, CSS px. */
	readonly width: number;
	readonly box: Rect;
	/** True when it stands beside the globe, on the dark ground. */
	readonly onInk: boolean;
	/** A line from the mark to a label that stands far from it: x1, y1, x2, y2 in CSS px. */
	readonly leader: Leader | null;
}

type Anchor = 'start' | 'middle' | 'end';

/** A box a label may take, and the side its text hangs on. */
interface Place {
	readonly box: Rect;
	readonly anchor: Anchor;
	/** Farther from the mark than its neighbours would expect. */
	readonly far: boolean;
	/** Where its leader begins. */
	readonly from: Point;
	/** How far it stands from there, CSS px; 0 on the point. */
	readonly away: number;
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
/** Farther than this a land's name seems to belong to what it stands on, CSS px. */
const SHORT = 36;

/** How far a mark's label stands from it, in clear distances; what has a rank also farther out. */
const NEAR = [1, 1.6];
const OUT = [1, 1.8, 3, 4.5, 6.5];
/** A mark without rank goes out only when it must, and then as far as the dark ground beside a small earth. */
const LAST = [1, 1.6, 3, 4.5, 6.5, 9];

/** The boxes a label may take: on its point, or round its mark; a focus label also farther out. */
function* places(
	wish: Wish,
	{ width, height }: Form,
	line: number,
	bounds: Rect
): Generator<Place> {
	// Above and below a mark near the edge a name slides inwards, as long as it still stands over its mark.
	const inward =
		Math.min(Math.max(wish.x - width / 2, bounds.x), bounds.x + bounds.width - width) -
		(wish.x - width / 2);
	const slide = Math.abs(inward) < width / 2 - SLIDE ? inward : 0;
	// At the upper or lower edge it does so beside its mark.
	const down =
		Math.min(Math.max(wish.y - height / 2, bounds.y), bounds.y + bounds.height - height) -
		(wish.y - height / 2);
	const sunk = Math.abs(down) < height / 2 ? down : 0;
	const must = wish.rank > 1;
	const points = [wish, ...(wish.or ?? [])];
	if (wish.clear === 0) {
		for (const from of points) {
			const { x, y } = from;
			for (const dy of straysOf(wish)) {
				const box = { x: x - width / 2, y: y - height / 2 + dy * line, width, height };
				yield { box, anchor: 'middle', far: false, from, away: 0 };
				if (must && slide !== 0) {
					const slid = { ...box, x: wish.x - width / 2 + slide };
					yield { box: slid, anchor: 'middle', far: false, from, away: 0 };
				}
			}
		}
	}
	// Small lands lie close together: their names may stand beside them, with a leader.
	const beside = must || wish.lettering === 'territory' ? BESIDE : [];
	const round = (wish.rank > 0 || wish.drawn ? OUT : wish.out ? LAST : NEAR).map(
		(distance) => wish.clear * distance
	);
	for (const away of wish.clear === 0 ? beside : round) {
		const far = away > 1.7 * wish.clear || wish.clear > FAR;
		// The leader of a mark begins at the mark, that of a land anywhere on it.
		for (const from of far && wish.clear > 0 ? [wish] : points) {
			for (const [dx, dy] of ROUND) {
				const slant = dx !== 0 && dy !== 0 ? 0.7 : 1;
				const right = dx > 0 ? 0 : dx < 0 ? -width : slide - width / 2;
				const below = dy > 0 ? 0 : dy < 0 ? -height : sunk - height / 2;
				const box = {
					x: from.x + dx * away * slant + right,
					y: from.y + dy * away * slant + below,
					width,
					height
				};
				yield { box, anchor: dx > 0 ? 'start' : dx < 0 ? 'end' : 'middle', far, from, away };
			}
		}
	}
}

/**
 * How far a name may stand above or below its point, in heights of its line. A country's name on its neighbour would be
 * wrong, and a territory's that does not touch its own point needs a leader.
 */
function straysOf({ lettering, rank }: Wish): readonly number[] {
	if (lettering === 'territory') return [0, 0.4, -0.4];
	if (lettering === 'country') return rank > 1 ? [0, 0.6, -0.6, 1.2, -1.2] : [0, 0.6, -0.6];
	return [0, 1.2, -1.2];
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
	/** Points of the ruler's line: it would strike a name out. */
	readonly ruler?: readonly Rect[];
	/** What lettering is multiplied with on large screens. */
	readonly scale: number;
	/** What the names of countries are multiplied with besides, where the whole earth is small. */
	readonly small?: number;
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
	// What the passage is about or draws is named, if it can be: what found no room has the first choice.
	for (let i = 0; i < TRIES; i += 1) {
		const found = new Set(tried.labels.map(({ id }) => id));
		const without = order.filter((wish) => wanted(wish) && !found.has(wish.id));
		if (without.length === 0) break;
		order = [...new Set([...without, ...order])];
		tried = placeInOrder(order, room);
		if (tried.worth > best.worth) best = tried;
	}
	return best.labels;
}

/** So often the labels are placed again in another order when one that must be there has no room. */
const TRIES = 4;

const wanted = ({ rank, drawn = false }: Wish): boolean => rank > 0 || drawn;

/** Labels of the passage's subject count above all, then those of its lines and rings; a bad place may outweigh these. */
const worthOf = (wish: Wish): number => (wish.rank > 1 ? 1000 : wanted(wish) ? 30 : 1);

function placeInOrder(wishes: readonly Wish[], room: Room): { labels: Label[]; worth: number } {
	const { most, scale, small = 1, ground = () => 'globe' } = room;
	const placed: Label[] = [];
	let worth = 0;
	const count = { place: 0, country: 0, territory: 0, water: 0 };
	const lands = wishes.filter(({ lettering }) => lettering === 'territory');
	for (const wish of wishes) {
		const { lettering } = wish;
		if (count[lettering] >= most[lettering] && wish.rank < 2) continue;
		const letters = lettering === 'country' ? scale * small : scale;
		const points = [...(room.marks ?? []), ...lands].filter((point) => !same(point, wish));
		let found: { readonly place: Place; readonly form: Form } | undefined;
		let least = Infinity;
		for (const form of formsOf(wish.text, lettering, letters)) {
			if (least <= form.cost) break;
			const line = LETTERING[lettering].height * letters;
			for (const place of places(wish, form, line, room.bounds)) {
				const cost = form.cost + costOf(wish, place, { room, placed, points, ground });
				if (cost < least) [found, least] = [{ place, form }, cost];
				if (least <= form.cost) break;
			}
		}
		if (!found) continue;
		const { box, anchor, far, from } = found.place;
		count[lettering] += 1;
		worth += worthOf(wish) - least;
		placed.push({
			...wish,
			x: box.x + (anchor === 'start' ? 0 : anchor === 'end' ? box.width : box.width / 2),
			y: box.y + box.height / 2,
			anchor,
			lines: found.form.lines,
			scale: letters,
			width: box.width,
			box,
			onInk: ground(box) === 'ink',
			leader: far ? leaderOf(wish, from, box) : null
		});
	}
	return { labels: placed, worth };
}

/** What speaks against a place; infinite when the label must not stand there. */
function costOf(
	wish: Wish,
	{ box, far, from, away }: Place,
	{
		room: { bounds, taken, marks = [], strokes = [], ruler = [], scale },
		placed,
		points,
		ground
	}: {
		readonly room: Room;
		readonly placed: readonly Label[];
		/** Marks, and points of territories, other than its own. */
		readonly points: readonly Point[];
		readonly ground: (box: Rect) => 'globe' | 'ink' | 'edge';
	}
): number {
	const must = wish.rank > 1;
	const land = wish.clear === 0;
	const where = ground(box);
	if (
		!fits(box, bounds, taken) ||
		placed.some((other) => overlaps(withAir(box, scale), other.box)) ||
		// A country or water beside the earth would name nothing; a place may, when there is no other way.
		(where === 'edge' && !wanted(wish)) ||
		(where === 'ink' && land && !must)
	) {
		return Infinity;
	}
	const leader = far ? leaderOf(wish, from, box) : null;
	// A leader through a name would strike it out, and two that cross lead to each other's places; for what must be
	// named it is the lesser evil.
	const strikes =
		(leader &&
			placed.some(
				(other) => crosses(leader, other.box) || (other.leader && meet(leader, other.leader))
			)) ||
		placed.some((other) => other.leader && crosses(other.leader, box));
	const struck = ruler.some((stroke) => overlaps(box, stroke));
	// A leader over another mark would seem to come from there.
	const astray =
		leader && points.some(({ x, y }) => crosses(leader, boxRound({ x, y, half: OFF_MARK })));
	if (!must && (strikes || astray || (struck && land))) return Infinity;
	const others = marks.filter((mark) => !same(mark, wish));
	// Nearer to another mark than to its own it would name the wrong one; with a leader a mark's name may.
	const nearer = others.some((mark) => distance(box, mark) < distance(box, wish) - 1);
	if (wish.drawn && far && nearer) return Infinity;
	return (
		(must ? 32 : 20) * Number(where === 'edge') +
		(land ? 4 : 16) * Number(where === 'ink') +
		(far && land ? besideOf(away, where) : 0) +
		(far && !land ? outOf(wish, away, where) : 0) +
		(land ? 30 : 12) * Number(struck) +
		6 * Number(strikes) +
		(land ? 20 : 6) * Number(astray) +
		4 * Number(!far && !land && nearer) +
		// On the point of another territory it would name that one.
		4 *
			Number(wish.lettering === 'territory' && points.some((point) => distance(box, point) === 0)) +
		// A name belongs on its land, even over a line.
		(land ? 5 : 1) * Number(strokes.some((stroke) => overlaps(box, stroke)))
	);
}

/**
 * Beside the earth a leader names a land and nothing else. On it the name seems to belong to what it stands on, the more,
 * the farther it is.
 */
const besideOf = (away: number, where: 'globe' | 'ink' | 'edge'): number =>
	where === 'ink' ? 8 + away / 10 : away > SHORT ? 56 : 16;

/** The leader of a mark is better short, and what has no rank is better not written over other lands. */
const outOf = (wish: Wish, away: number, where: 'globe' | 'ink' | 'edge'): number =>
	wanted(wish) ? 1 + away / (4 * wish.clear) : where === 'globe' ? 20 : 0;

const withAir = ({ x, y, width, height }: Rect, scale: number): Rect => ({
	x: x - AIR * scale,
	y,
	width: width + 2 * AIR * scale,
	height
});

const same = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) < 1;

/** Half of what a leader keeps off another mark, CSS px. */
const OFF_MARK = 7;

/** From the rim of the mark to the nearest point of the label's box. */
function leaderOf({ clear }: Wish, from: Point, box: Rect): Leader {
	const x = Math.min(Math.max(from.x, box.x + 4), box.x + box.width - 4);
	const y = Math.min(Math.max(from.y, box.y + 3), box.y + box.height - 3);
	const length = Math.hypot(x - from.x, y - from.y) || 1;
	const rim = (0.8 * clear) / length;
	return [from.x + (x - from.x) * rim, from.y + (y - from.y) * rim, x, y];
}
