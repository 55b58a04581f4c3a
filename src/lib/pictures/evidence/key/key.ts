import type { PictureWords } from '$lib/model/picture-words';
import { formatMessage } from '$lib/model/words';
import type { Point, Rect } from '$lib/globe/camera/geometry';
import { round, widthOf, type TextLine } from '../lettering';
import { FRAME_X, layAbsences, type Absence } from './absences';
import { SIZES, type KeyLevel, type KeySizes } from './levels';
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
	const howMany = formatMessage(words, 'evidenceTally', { n: total });
	const lead = bare ? none(leadTop) : caption(howMany, leadTop);
	const tallyTop = lead.bottom + (title ? size.gap : 0);
	const { marks, bottom } = layTally({
		counts,
		words,
		level,
		at: { x: at.x, y: tallyTop },
		width
	});

	// Before the first is told, the signs alone would say nothing.
	const untold = bare && marks.every(({ count }) => count === 0);
	const beside = untold ? besideSigns(howMany, marks, size, at.x + width) : [];

	const absentTop = bottom + (bare ? 0 : size.gap);
	const absentTitle =
		names.length > 0 ? caption(words.evidenceAbsent, absentTop) : none(bottom - size.gap);
	const absent =
		names.length > 0
			? layAbsences(names, size, { x: at.x, y: absentTitle.bottom + 4 }, width)
			: { frames: [], bottom: absentTitle.bottom };

	const all = [...[heading, lead, absentTitle, ...marks].flatMap(({ lines }) => lines), ...beside];
	const ends = [...all, ...absent.frames.map(({ box }) => box)].map((one) => one.x + one.width);
	return {
		box: { ...at, width: Math.max(...ends) - at.x, height: absent.bottom - at.y },
		title: heading.lines,
		lead: [...lead.lines, ...beside],
		marks,
		absentTitle: absentTitle.lines,
		absent: absent.frames
	};
}

/** A sentence behind the last sign, in one line; none where it has no room. */
function besideSigns(
	text: string,
	marks: readonly MarkCount[],
	size: KeySizes,
	end: number
): TextLine[] {
	const last = marks.at(-1)?.disc;
	if (!last) return [];
	const x = last.x + last.radius + size.gap;
	const width = widthOf(text, 'caption', size.text);
	if (x + width > end) return [];
	const y = last.y + size.text * 0.35;
	return [{ text, face: 'caption', x: round(x), y: round(y), size: size.text, width }];
}
