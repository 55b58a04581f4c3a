import type { EvidenceMark } from '$lib/model/evidence';
import type { EvidenceClaim, EvidenceParagraph } from '$lib/model/pictures';
import type { Rect } from '$lib/globe/camera/geometry';
import { round, roundBox, widthOf, type TextLine } from '../lettering';
import { fitGrid, linesOf, type GridSizes } from './columns';
import { runsOf, type LinePlaces, type Run } from './runs';
import { placeDiscs, type Disc, type Weighed } from './signs';
import { touchAreas } from './touch-areas';

/** Where words stand to the reader: still ahead, in the present passage, or read. */
export type Reached = 'ahead' | 'now' | 'read';

/** The ruled lines of one passage, as one path. */
export interface PassageLines {
	readonly beat: string;
	readonly reached: Reached;
	readonly path: string;
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

const LABEL = { size: 15, gap: 6 } as const;
/** The same where height is short, and from the sheet's edges to what is on it. */
const LOW = { label: { size: 13, gap: 4 }, edge: 4, between: 6 } as const;
/** What the ruled lines of two passages leave between them, CSS px. */
const SEAM = 1.5;

/** Weighed words as they are laid. */
interface Piece extends Weighed {
	readonly claim: EvidenceClaim;
	readonly bars: readonly Rect[];
}

export interface SheetSizes extends GridSizes {
	/** Of the signs of the marks, CSS px. */
	readonly radius: number;
	/** The side that a touch target should have where there is room, CSS px. */
	readonly touch: number;
	/** Height is short: paragraphs stand in three columns, closer to each other and to the edges. */
	readonly low: boolean;
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
	const { radius, touch, low } = sizes;
	const set = low ? LOW.label : LABEL;
	const pad = Math.min(18, Math.max(7, space.width / 32));
	const [edge, between] = low ? [LOW.edge, LOW.between] : [pad, pad];
	const labelWidth =
		Math.max(...paragraphs.map(({ label }) => widthOf(label, 'heading', set.size))) + set.gap;
	const inner = { width: space.width - 2 * edge, height: space.height - 2 * edge };
	const aspect = inner.width / inner.height;
	const columns = low ? 3 : aspect < 0.75 ? 1 : aspect < 3.2 ? 2 : 3;
	const columnWidth = (inner.width - (columns - 1) * between) / columns - labelWidth;
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
			y = space.y + edge + grid.pitch / 2;
		}
		const x = space.x + edge + column * (labelWidth + columnWidth + between) + labelWidth;
		const lines = { x, top: y, perWord, ...grid };
		const width = widthOf(paragraph.label, 'heading', set.size);
		labels.push({
			text: paragraph.label,
			face: 'heading',
			x: round(x - set.gap - width),
			y: round(y + set.size * 0.35),
			size: set.size,
			width
		});
		let before = 0;
		for (const { id, words } of paragraph.beats) {
			passages.push({ beat: id, reached: reached(id), path: ruled(runsOf(lines, before, words)) });
			before += words;
		}
		for (const claim of paragraph.claims) {
			const bars = barsOver(claim, paragraph, lines);
			pieces.push({ claim, bars, bar: longest(bars), from: x, to: x + columnWidth });
		}
		y += (linesOf(paragraph, grid.wordsPerLine) + grid.gap) * grid.pitch;
		bottom = Math.max(bottom, y - (grid.gap + 0.5) * grid.pitch);
	});

	const box = roundBox({ ...space, height: bottom + edge - space.y });
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

/** `d` of ruled lines, with a seam at the end of each. */
const ruled = (runs: readonly Run[]): string =>
	runs
		.map(({ from, to, y }) => `M${round(from)} ${round(y)}H${round(Math.max(to - SEAM, from + 1))}`)
		.join('');

/** The bars over weighed words. Two claims on the same words share them. */
function barsOver(
	claim: EvidenceClaim,
	{ claims }: EvidenceParagraph,
	lines: LinePlaces
): readonly Rect[] {
	const height = Math.min(lines.pitch * 0.78, 12);
	const same = claims.filter(({ from, words }) => from === claim.from && words === claim.words);
	const words = claim.words / same.length;
	return runsOf(lines, claim.from + words * same.indexOf(claim), words).map(({ from, to, y }) =>
		roundBox({ x: from + 1, y: y - height / 2, width: Math.max(to - from - 2, 2), height })
	);
}

/** The part of the weighed words that has the sign. */
const longest = (bars: readonly Rect[]): Rect =>
	bars.reduce((long, one) => (one.width > long.width ? one : long));
