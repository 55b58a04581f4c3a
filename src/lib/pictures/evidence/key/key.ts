import type { PictureWords } from '$lib/model/picture-words';
import { formatMessage } from '$lib/model/words';
import type { Point, Rect } from '$lib/globe/camera/geometry';
import { widthOf, type TextLine } from '../lettering';
import { FRAME_X, layAbsences, type Absence } from './absences';
import { SIZES, type KeyLevel } from './levels';
import { setSentence, type Sentence } from './lines';
import { layTally, type Counts, type MarkCount } from './tally';

/** What stands beside the sheet: title, the five marks, and what the telegram never names. */
export interface Key {
	readonly box: Rect;
	readonly title: readonly TextLine[];
	readonly lead: readonly TextLine[];
	readonly marks: readonly MarkCount[];
	readonly absentTitle: readonly TextLine[];
	readonly absent: readonly Absence[];
}

export interface KeyInput {
	readonly words: PictureWords;
	/** Claims of the whole telegram. */
	readonly total: number;
	/** Claims up to the present passage. */
	readonly counts: Counts;
	/** Empty until the whole telegram is read: what it never names is not known before. */
	readonly absent: readonly string[];
}

/** Widths below which a key cannot be: of the names in their frames. CSS px. */
export const keyWidth = ({ words, absent }: KeyInput): number =>
	Math.max(
		...[...absent.flatMap((name) => name.split(' ')), ...words.evidenceAbsent.split(' ')].map(
			(word) => widthOf(word, 'caption', SIZES.signs.text) + 2 * FRAME_X
		),
		76
	);

/**
 * Lays title, marks and absences into a column from the top; its box says how large they are: wider than they may be where a word is.
 *
 * @param at where it begins
 * @param width CSS px
 * @param title left out where there is no room for it
 */
export function layKey(
	{ words, total, counts, absent: names }: KeyInput,
	level: KeyLevel,
	at: Point,
	width: number,
	title = true
): Key {
	const size = SIZES[level];
	const bare = level === 'signs' || level === 'least';
	const none = (y: number): Sentence => ({ lines: [], bottom: y });
	const caption = (text: string, y: number) =>
		setSentence(text, 'caption', size.text, { x: at.x, y }, width);

	const heading = title
		? setSentence(words.evidenceTitle, 'heading', size.title, at, width)
		: none(at.y);
	const leadTop = heading.bottom + (title ? 2 : 0);
	const lead = bare
		? none(leadTop)
		: caption(formatMessage(words, 'evidenceTally', { n: total }), leadTop);
	const tallyTop = lead.bottom + (title ? size.gap : 0);
	const { marks, bottom } = layTally({
		counts,
		words,
		level,
		at: { x: at.x, y: tallyTop },
		width
	});

	const absentTop = bottom + (bare ? 0 : size.gap);
	const absentTitle =
		names.length > 0 ? caption(words.evidenceAbsent, absentTop) : none(bottom - size.gap);
	const absent =
		names.length > 0
			? layAbsences(names, size, { x: at.x, y: absentTitle.bottom + 4 }, width)
			: { frames: [], bottom: absentTitle.bottom };

	const all = [heading, lead, absentTitle, ...marks].flatMap(({ lines }) => lines);
	const ends = [...all, ...absent.frames.map(({ box }) => box)].map((one) => one.x + one.width);
	return {
		box: { ...at, width: Math.max(...ends) - at.x, height: absent.bottom - at.y },
		title: heading.lines,
		lead: lead.lines,
		marks,
		absentTitle: absentTitle.lines,
		absent: absent.frames
	};
}
