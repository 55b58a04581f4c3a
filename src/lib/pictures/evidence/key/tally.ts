import { EVIDENCE_MARKS, type EvidenceMark } from '$lib/model/evidence';
import { formatAmount } from '$lib/model/intl';
import type { PictureWords } from '$lib/model/picture-words';
import { markWord } from '$lib/model/word-keys';
import type { Point, Rect } from '$lib/globe/camera/geometry';
import { round, roundBox, widthOf, type TextLine } from '../lettering';
import type { Disc } from '../sheet/signs';
import { SIZES, type KeyLevel } from './levels';
import { setSentence } from './lines';

/** A mark with how many claims have it so far. */
export interface MarkCount {
	readonly mark: EvidenceMark;
	/** Its word, where it does not stand beside the sign. */
	readonly word: string | null;
	readonly count: number;
	readonly disc: Disc;
	readonly lines: readonly TextLine[];
	readonly bars: readonly Rect[];
}

/** The five marks, and where they end. */
export interface Tally {
	readonly marks: readonly MarkCount[];
	readonly bottom: number;
}

/** How many claims have each mark. */
export type Counts = Readonly<Record<EvidenceMark, number>>;

/** The bar of one claim, CSS px. */
const UNIT = { width: 9, height: 8, gap: 3 };

/** What the tally is laid from. */
export interface TallyInput {
	readonly counts: Counts;
	readonly words: PictureWords;
	readonly level: KeyLevel;
	/** Where the first begins. */
	readonly at: Point;
	/** CSS px. */
	readonly width: number;
}

/** Lays the five marks with their counts. */
export const layTally = (input: TallyInput): Tally =>
	input.level === 'signs' || input.level === 'least' ? signsInRows(input) : wordsInColumns(input);

/** The number of a mark as it is written; nothing where there is none. */
const numberOf = (count: number, { lang }: PictureWords): string =>
	count > 0 ? formatAmount(lang, count) : '';

/** A number that begins at x and stands on y, CSS px. */
const numberLine = (text: string, x: number, y: number, size: number): TextLine => ({
	text,
	face: 'heading',
	x: round(x),
	y: round(y),
	size,
	width: widthOf(text || '0', 'heading', size)
});

/** Signs with their numbers and no words, one after another. */
function signsInRows({ counts, words, level, at, width }: TallyInput): Tally {
	const size = SIZES[level];
	const diameter = 2 * size.radius;
	let { x, y } = at;
	const marks = EVIDENCE_MARKS.map((mark): MarkCount => {
		const count = counts[mark];
		const number = numberOf(count, words);
		const own = diameter + 4 + widthOf(number || '0', 'heading', size.number);
		if (x > at.x && x + own > at.x + width) {
			x = at.x;
			y += diameter + size.frame + 3;
		}
		const left = x;
		x += own + size.gap;
		return {
			mark,
			word: words[markWord(mark)],
			count,
			disc: { x: round(left + size.radius), y: round(y + size.radius), radius: size.radius },
			lines: number
				? [
						numberLine(
							number,
							left + diameter + 4,
							y + size.radius + size.number * 0.34,
							size.number
						)
					]
				: [],
			bars: []
		};
	});
	return { marks, bottom: y + (diameter + size.gap) };
}

/** Signs with their words: as many side by side as have room for them in one line. */
function wordsInColumns({ counts, words, level, at, width }: TallyInput): Tally {
	const size = SIZES[level];
	const diameter = 2 * size.radius;
	const numbered = level !== 'bars' && EVIDENCE_MARKS.some((mark) => counts[mark] > 0);
	const numeral = widthOf('00', 'heading', size.number) + 6;
	const longest = Math.max(
		...EVIDENCE_MARKS.map((mark) => widthOf(words[markWord(mark)], 'caption', size.text))
	);
	const item = diameter + 9 + (numbered ? numeral : 0) + longest + size.gap;
	const columns = Math.max(1, Math.floor((width + size.gap) / item));
	const column = (width + size.gap) / columns;
	let { x, y: top } = at;
	let bottom = at.y;
	const marks = EVIDENCE_MARKS.map((mark, i): MarkCount => {
		if (i % columns === 0) {
			x = at.x;
			top = bottom;
		}
		const left = x;
		x += column;
		const count = counts[mark];
		const number = numberOf(count, words);
		const indent = left + diameter + 9;
		const from = numbered ? indent + numeral : indent;
		const word = setSentence(
			words[markWord(mark)],
			'caption',
			size.text,
			{ x: from, y: top + (size.radius - size.text * 0.5) },
			left + column - size.gap - from
		);
		const lines = [...word.lines];
		const bars: Rect[] = [];
		let end = word.bottom;
		if (count > 0 && level === 'bars') {
			end += 4;
			for (let unit = 0; unit < count; unit += 1) {
				bars.push(
					roundBox({
						x: indent + unit * (UNIT.width + UNIT.gap),
						y: end + size.number * 0.36 - UNIT.height / 2,
						width: UNIT.width,
						height: UNIT.height
					})
				);
			}
			const after = indent + count * (UNIT.width + UNIT.gap) + 5;
			lines.push(numberLine(number, after, end + size.number * 0.7, size.number));
			end += size.number * 0.8;
		} else if (count > 0) {
			const y = top + size.radius + size.number * 0.34;
			lines.push(numberLine(number, indent, y, size.number));
		}
		bottom = Math.max(bottom, end + size.gap, top + diameter + size.gap);
		return {
			mark,
			word: null,
			count,
			disc: { x: round(left + size.radius), y: round(top + size.radius), radius: size.radius },
			lines,
			bars
		};
	});
	return { marks, bottom };
}
