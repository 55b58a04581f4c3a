/** Where the lines of a paragraph stand, CSS px. */
export interface LinePlaces {
	/** Where each of them begins. */
	readonly x: number;
	/** Middle of the first. */
	readonly top: number;
	readonly wordsPerLine: number;
	readonly perWord: number;
	/** From line to line. */
	readonly pitch: number;
}

/** A part of one line, CSS px: from and to, and the middle of the line. */
export interface Run {
	readonly from: number;
	readonly to: number;
	readonly y: number;
}

/** Sums of parts of words may miss a whole one by this. */
const ROUNDING = 1e-6;

/**
 * The parts of lines that words in a row take: one, or one for each line they go on in.
 *
 * @param from words of the paragraph before them
 * @param words how many they are
 */
export function runsOf(
	{ x, top, wordsPerLine, perWord, pitch }: LinePlaces,
	from: number,
	words: number
): Run[] {
	const runs: Run[] = [];
	for (let at = from; at < from + words - ROUNDING;) {
		const line = Math.floor(at / wordsPerLine + ROUNDING);
		const end = Math.min(from + words, (line + 1) * wordsPerLine);
		const start = line * wordsPerLine;
		runs.push({
			from: x + (at - start) * perWord,
			to: x + (end - start) * perWord,
			y: top + line * pitch
		});
		at = end;
	}
	return runs;
}
