import type { EvidenceParagraph } from '$lib/model/pictures';

/** Fewer words a line than on a typed page are never needed. */
const LEAST_WORDS = 11;
const MOST_WORDS = 250;
const MOST_PITCH = 17;

/** How paragraphs stand in columns. */
export interface Grid {
	/** Index of the first paragraph of each column. */
	readonly starts: readonly number[];
	readonly wordsPerLine: number;
	/** From line to line, CSS px. */
	readonly pitch: number;
	/** Between two paragraphs, as a part of the pitch. */
	readonly gap: number;
}

/** What lines and paragraphs leave between them. */
export interface GridSizes {
	/** The least distance of two lines, CSS px. */
	readonly leastPitch: number;
	/** Between two paragraphs, as parts of that distance: the first that leaves the lines theirs. */
	readonly gaps: readonly number[];
}

/** Lines that a paragraph needs. */
export const linesOf = ({ words }: EvidenceParagraph, wordsPerLine: number) =>
	Math.ceil(words / wordsPerLine);

/** Lines that the longest column needs, gaps included. */
function tallest(lines: readonly number[], starts: readonly number[], gap: number): number {
	const heights = starts.map((start, i) => {
		const column = lines.slice(start, starts[i + 1]);
		return column.reduce((sum, n) => sum + n, 0) + gap * (column.length - 1);
	});
	return Math.max(...heights);
}

/**
 * The way to break paragraphs into columns that keeps the longest column shortest.
 *
 * @param lines of each paragraph
 * @param gap between two paragraphs, in lines
 * @returns the index of the first paragraph of each column
 */
export function breakColumns(
	lines: readonly number[],
	columns: number,
	gap: number
): readonly number[] {
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

/**
 * As few words a line as leave the lines their distance: the more room a word has, the longer its bar.
 *
 * @param height of a column, CSS px
 */
export function fitGrid(
	paragraphs: readonly EvidenceParagraph[],
	height: number,
	columns: number,
	{ leastPitch, gaps }: GridSizes
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
