import type { EvidenceMark } from '$lib/model/evidence';
import type { EvidenceClaim, EvidenceParagraph } from '$lib/model/pictures';
import type { Rect } from '$lib/globe/camera/geometry';
import { round, roundBox, widthOf, type TextLine } from './lettering';

/** Where words stand to the reader: still ahead, in the present passage, or read. */
export type Reached = 'ahead' | 'now' | 'read';

/** The ruled lines of one passage, as one path. */
export interface PassageLines {
	readonly beat: string;
	readonly reached: Reached;
	readonly path: string;
}

export interface Disc {
	readonly x: number;
	readonly y: number;
	readonly radius: number;
}

/** Weighed words: bars over their lines, and the sign of their mark. */
export interface ClaimShape {
	readonly id: string;
	readonly beat: string;
	readonly mark: EvidenceMark;
	readonly quote: string;
	readonly reached: Reached;
	/** More than one where the words go on in the next line. */
	readonly bars: readonly Rect[];
	readonly disc: Disc;
	/** What is touched; no two overlap. */
	readonly hit: Rect;
}

/** The telegram as ruled lines. CSS px at scale 1. */
export interface Sheet {
	readonly box: Rect;
	readonly labels: readonly TextLine[];
	readonly passages: readonly PassageLines[];
	/** Thickness of a ruled line. */
	readonly stroke: number;
	readonly claims: readonly ClaimShape[];
}

/** Fewer words a line than on a typed page are never needed. */
const LEAST_WORDS = 11;
const MOST_WORDS = 250;
const MOST_PITCH = 17;
const LABEL = { size: 15, gap: 6 } as const;
/** What the ruled lines of two passages leave between them, CSS px. */
const SEAM = 1.5;
/** Between the middles of two signs where there is room, CSS px: each then has 24 to be touched at (WCAG 2.5.8). */
const APART_PX = 28;

interface Grid {
	/** Index of the first paragraph of each column. */
	readonly starts: readonly number[];
	readonly wordsPerLine: number;
	/** From line to line, CSS px. */
	readonly pitch: number;
	/** Between two paragraphs, as a part of the pitch. */
	readonly gap: number;
}

const linesOf = ({ words }: EvidenceParagraph, wordsPerLine: number) =>
	Math.ceil(words / wordsPerLine);

/** Lines that the longest column needs, gaps included. */
function tallest(lines: readonly number[], starts: readonly number[], gap: number): number {
	const heights = starts.map((start, i) => {
		const column = lines.slice(start, starts[i + 1]);
		return column.reduce((sum, n) => sum + n, 0) + gap * (column.length - 1);
	});
	return Math.max(...heights);
}

/** The way to break paragraphs into columns that keeps the longest column shortest. */
function breakColumns(lines: readonly number[], columns: number, gap: number): readonly number[] {
	let ways: number[][] = [[0]];
	for (let i = 1; i < columns; i += 1) {
		ways = ways.flatMap((starts) =>
			lines.flatMap((_, at) => (at > (starts.at(-1) ?? 0) ? [[...starts, at]] : []))
		);
	}
	const [first = [0], ...others] = ways;
	return others.reduce(
		(best, way) => (tallest(lines, way, gap) < tallest(lines, best, gap) ? way : best),
		first
	);
}

/** As few words a line as leave the lines their distance: the more room a word has, the longer its bar. */
function fitGrid(
	paragraphs: readonly EvidenceParagraph[],
	height: number,
	columns: number,
	{ leastPitch, gaps }: SheetSizes
): Grid {
	let best: Grid | null = null;
	for (const gap of gaps) {
		for (let wordsPerLine = LEAST_WORDS; wordsPerLine <= MOST_WORDS; wordsPerLine += 1) {
			const lines = paragraphs.map((paragraph) => linesOf(paragraph, wordsPerLine));
			const starts = breakColumns(lines, columns, gap);
			const pitch = Math.min(height / tallest(lines, starts, gap), MOST_PITCH);
			if (!best || pitch > best.pitch) best = { starts, wordsPerLine, pitch, gap };
			if (pitch >= leastPitch) return best;
		}
	}
	return best ?? { starts: [0], wordsPerLine: LEAST_WORDS, pitch: leastPitch, gap: 0 };
}

interface Piece {
	readonly claim: EvidenceClaim;
	readonly bars: readonly Rect[];
	/** The longest of them. */
	readonly bar: Rect;
	/** Where lines of its column begin and end, CSS px. */
	readonly from: number;
	readonly to: number;
}

export interface SheetSizes {
	/** Of the signs of the marks, CSS px. */
	readonly radius: number;
	/** The side that a touch target should have where there is room, CSS px. */
	readonly touch: number;
	/** The least distance of two lines, CSS px. */
	readonly leastPitch: number;
	/** Between two paragraphs, as parts of that distance: the first that leaves the lines theirs. */
	readonly gaps: readonly number[];
}

/**
 * Lays the sixteen paragraphs into a sheet that fits the space.
 *
 * @param reached where a passage stands to the reader, by beat id
 */
export function laySheet(
	paragraphs: readonly EvidenceParagraph[],
	space: Rect,
	reached: (beat: string) => Reached,
	sizes: SheetSizes
): Sheet {
	const { radius, touch } = sizes;
	const pad = Math.min(18, Math.max(7, space.width / 32));
	const labelWidth =
		Math.max(...paragraphs.map(({ label }) => widthOf(label, 'heading', LABEL.size))) + LABEL.gap;
	const inner = { width: space.width - 2 * pad, height: space.height - 2 * pad };
	const aspect = inner.width / inner.height;
	const columns = aspect < 0.75 ? 1 : aspect < 3.2 ? 2 : 3;
	const columnWidth = (inner.width - (columns - 1) * pad) / columns - labelWidth;
	const grid = fitGrid(paragraphs, inner.height, columns, sizes);
	const perWord = columnWidth / grid.wordsPerLine;
	const stroke = round(Math.max(2, grid.pitch * 0.3));

	const labels: TextLine[] = [];
	const passages: PassageLines[] = [];
	const pieces: Piece[] = [];
	let bottom = 0;
	let column = -1;
	let y = 0;
	paragraphs.forEach((paragraph, index) => {
		if (index === grid.starts[column + 1]) {
			column += 1;
			y = space.y + pad + grid.pitch / 2;
		}
		const x = space.x + pad + column * (labelWidth + columnWidth + pad) + labelWidth;
		const top = y;
		/** The parts of lines that a run of words takes: from and to in CSS px, and their height. */
		const runs = (from: number, words: number) => {
			const parts: { from: number; to: number; y: number }[] = [];
			for (let at = from; at < from + words - 1e-6;) {
				const line = Math.floor(at / grid.wordsPerLine + 1e-6);
				const end = Math.min(from + words, (line + 1) * grid.wordsPerLine);
				const start = line * grid.wordsPerLine;
				parts.push({
					from: x + (at - start) * perWord,
					to: x + (end - start) * perWord,
					y: top + line * grid.pitch
				});
				at = end;
			}
			return parts;
		};
		const width = widthOf(paragraph.label, 'heading', LABEL.size);
		labels.push({
			text: paragraph.label,
			face: 'heading',
			x: round(x - LABEL.gap - width),
			y: round(y + LABEL.size * 0.35),
			size: LABEL.size,
			width
		});
		let before = 0;
		for (const { id, words } of paragraph.beats) {
			const path = runs(before, words)
				.map(
					(part) =>
						`M${round(part.from)} ${round(part.y)}H${round(Math.max(part.to - SEAM, part.from + 1))}`
				)
				.join('');
			passages.push({ beat: id, reached: reached(id), path });
			before += words;
		}
		const height = Math.min(grid.pitch * 0.78, 12);
		for (const claim of paragraph.claims) {
			// Two claims on the same words share them.
			const same = paragraph.claims.filter(
				({ from, words }) => from === claim.from && words === claim.words
			);
			const words = claim.words / same.length;
			const bars = runs(claim.from + words * same.indexOf(claim), words).map((part) =>
				roundBox({
					x: part.from + 1,
					y: part.y - height / 2,
					width: Math.max(part.to - part.from - 2, 2),
					height
				})
			);
			pieces.push({ claim, bars, bar: longest(bars), from: x, to: x + columnWidth });
		}
		y += (linesOf(paragraph, grid.wordsPerLine) + grid.gap) * grid.pitch;
		bottom = Math.max(bottom, y - (grid.gap + 0.5) * grid.pitch);
	});

	const box = roundBox({ ...space, height: bottom + pad - space.y });
	const discs = placeDiscs(pieces, radius);
	const hits = touchAreas(
		pieces.map(({ bar }, i) => ({ bar, disc: discs[i] ?? { x: 0, y: 0, radius } })),
		touch,
		box
	);
	const claims = pieces.map(({ claim, bars }, i): ClaimShape => ({
		id: claim.id,
		beat: claim.beat,
		mark: claim.mark,
		quote: claim.quote,
		reached: reached(claim.beat),
		bars,
		disc: discs[i] ?? { x: 0, y: 0, radius },
		hit: hits[i] ?? box
	}));
	return { box, labels, passages, stroke, claims };
}

const apart = (a: Disc, b: Disc) => Math.hypot(a.x - b.x, a.y - b.y);

/** The part of the weighed words that has the sign. */
const longest = (bars: readonly Rect[]): Rect =>
	bars.reduce((long, one) => (one.width > long.width ? one : long));

const middleOf = (bar: Rect) => bar.y + bar.height / 2;

/**
 * A sign stands at the start of its bar, or as near to it as leaves every sign in view, and where there is room each its own
 * place to touch.
 */
function placeDiscs(pieces: readonly Piece[], radius: number): Disc[] {
	const placed = new Map<Piece, Disc>();
	for (const piece of pieces) {
		if (placed.has(piece)) continue;
		const { bar, from, to } = piece;
		const y = middleOf(bar);
		const row = pieces.filter(
			(other) => other.from === from && Math.abs(middleOf(other.bar) - y) < 0.1
		);
		const ideals = row.map((one) => one.bar.x + Math.min(radius, one.bar.width / 2));
		const room = to - from - 2 * radius;
		const gaps = Math.max(row.length - 1, 1);
		const distance = Math.max(Math.min(APART_PX, room / gaps), 2 * radius + 0.5);
		const xs = spread(ideals, distance, from + radius - 1, to - radius);
		row.forEach((one, i) => {
			const disc = nearestFree({ x: xs[i] ?? from, y, radius }, [...placed.values()], one);
			placed.set(one, { ...disc, x: round(disc.x), y: round(disc.y) });
		});
	}
	return pieces.flatMap((piece) => placed.get(piece) ?? []);
}

/** Positions in ascending order, moved apart as little as gives each its distance, between two ends. */
function spread(ideals: readonly number[], distance: number, least: number, most: number) {
	interface Group {
		readonly first: number;
		readonly many: number;
	}
	const place = ({ first, many }: Group) =>
		Math.max(least, Math.min(first, most - (many - 1) * distance));
	const groups: Group[] = [];
	for (const ideal of ideals) {
		let last: Group = { first: ideal, many: 1 };
		for (
			let before = groups.at(-1);
			before && place(before) + before.many * distance > place(last);
			before = groups.at(-1)
		) {
			groups.pop();
			const many = before.many + last.many;
			const sum = before.first * before.many + (last.first - before.many * distance) * last.many;
			last = { first: sum / many, many };
		}
		groups.push(last);
	}
	return groups.flatMap((group) =>
		Array.from({ length: group.many }, (_, i) => place(group) + i * distance)
	);
}

/** Along its line, the place nearest to its own that no other sign lies on; on its bar, and with room to be touched, if it can be. */
function nearestFree(disc: Disc, others: readonly Disc[], { bar, from, to }: Piece): Disc {
	const { radius, x, y } = disc;
	const free = (distance: number, left: number, right: number): Disc | undefined => {
		const least = Math.max(left, from + radius - 2);
		const most = Math.min(right, to - radius + 1);
		for (let shift = 0; shift < to - from; shift += 1) {
			for (const at of [x + shift, x - shift]) {
				const here = { x: at, y, radius };
				const inside = at >= least && at <= most;
				if (inside && others.every((other) => apart(here, other) >= distance)) return here;
			}
		}
		return undefined;
	};
	const start = Math.min(bar.x, x);
	const end = Math.max(bar.x + bar.width, x);
	return (
		free(APART_PX, start, end) ??
		free(APART_PX, start - radius, end + radius) ??
		free(2 * radius, start - radius, end + radius) ??
		free(2 * radius, from, to) ??
		disc
	);
}

/** A box around bar and sign, grown to what a finger needs, and cut in the middle between two neighbours. */
function touchAreas(
	all: readonly { readonly bar: Rect; readonly disc: Disc }[],
	touch: number,
	box: Rect
): Rect[] {
	const sides = all.map(({ bar, disc }) => {
		const half = Math.max(touch / 2, disc.radius);
		const left = Math.min(bar.x, disc.x - disc.radius);
		const right = Math.max(bar.x + bar.width, disc.x + disc.radius);
		return {
			left: Math.max(Math.min(left, disc.x - half), box.x),
			right: Math.min(Math.max(right, disc.x + half), box.x + box.width),
			top: Math.max(disc.y - half, box.y),
			bottom: Math.min(disc.y + half, box.y + box.height)
		};
	});
	sides.forEach((a, i) => {
		sides.slice(i + 1).forEach((b, j) => {
			const overlap = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
			const one = all[i]?.disc;
			const two = all[i + 1 + j]?.disc;
			if (!overlap || !one || !two) return;
			const across = Math.abs(one.x - two.x);
			if (across > Math.abs(one.y - two.y)) {
				const middle = (one.x + two.x) / 2;
				const [start, end] = one.x < two.x ? [a, b] : [b, a];
				start.right = Math.min(start.right, middle);
				end.left = Math.max(end.left, middle);
			} else {
				const middle = (one.y + two.y) / 2;
				const [upper, lower] = one.y < two.y ? [a, b] : [b, a];
				upper.bottom = Math.min(upper.bottom, middle);
				lower.top = Math.max(lower.top, middle);
			}
		});
	});
	return sides.map(({ left, right, top, bottom }) => ({
		x: left,
		y: top,
		width: right - left,
		height: bottom - top
	}));
}
