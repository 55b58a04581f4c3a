import type { Point } from '$lib/globe/camera/geometry';
import { layAbsences } from './absences';
import type { Key, KeyInput } from './key';
import { SIZES } from './levels';
import { setSentence } from './lines';
import { layTally, type MarkCount } from './tally';

/** Between the tally and the words beside it, and between two rows, CSS px. */
const APART = { beside: 12, rows: 4 };
/** From the frame of a name to its words, CSS px. */
const INSET = 4;

/** Where what is drawn of a mark ends. */
const endOf = ({ disc, lines }: MarkCount): number =>
	Math.max(disc.x + disc.radius, ...lines.map(({ x, width }) => x + width));

/**
 * Lays the key into rows as wide as the picture, for pictures with little height: the five signs with their counts and beside
 * them, once it is known, that some are never named; their names in the row below.
 *
 * @param at where it begins
 * @param width CSS px
 */
export function layKeyLine(
	{ words, counts, absent: names }: KeyInput,
	at: Point,
	width: number
): Key {
	const size = SIZES.least;
	const { marks } = layTally({ counts, words, level: 'least', at, width });
	const marksEnd = Math.max(...marks.map(endOf));
	const marksBottom = Math.max(...marks.map(({ disc }) => disc.y + disc.radius));
	const made = { title: [], lead: [], marks };
	if (names.length === 0) {
		return {
			...made,
			box: { ...at, width: marksEnd - at.x, height: marksBottom - at.y },
			absentTitle: [],
			absent: []
		};
	}
	const sentence = (x: number, y: number) =>
		setSentence(words.evidenceAbsent, 'caption', size.text, { x, y }, at.x + width - x);
	const rowTop = marksBottom - size.radius * 2 - 1;
	const inRow = sentence(marksEnd + APART.beside, rowTop);
	const [first] = inRow.lines;
	const fits = inRow.lines.length === 1 && first && first.x + first.width <= at.x + width;
	const below = sentence(at.x, marksBottom + APART.rows);
	const title = fits ? inRow : below;
	const namesTop = Math.max(marksBottom, title.bottom - 2) + APART.rows;
	const absent = layAbsences(names, size, { x: at.x, y: namesTop }, width, INSET);
	const ends = [
		marksEnd,
		...title.lines.map((line) => line.x + line.width),
		...absent.frames.map(({ box }) => box.x + box.width)
	];
	return {
		...made,
		box: { ...at, width: Math.max(...ends) - at.x, height: absent.bottom - at.y },
		absentTitle: title.lines,
		absent: absent.frames
	};
}
