import { EVIDENCE_MARKS, type EvidenceMark } from '$lib/model/evidence';
import { formatAmount } from '$lib/model/intl';
import { markWord } from '$lib/model/word-keys';
import { formatMessage } from '$lib/model/words';
import type { PictureWords } from '$lib/model/picture-words';
import type { Rect } from '$lib/globe/camera/geometry';
import { ASCENT, round, roundBox, widthOf, wrap, type TextLine } from './lettering';
import type { Disc } from './sheet';

/** How much the key says: words and a bar for each claim, words and a number, or signs and numbers alone; two of these also set closely. */
export type KeyLevel = 'bars' | 'words' | 'close' | 'signs' | 'least';

/** A mark with how many claims have it so far. */
interface MarkCount {
	readonly mark: EvidenceMark;
	/** Its word, where it does not stand beside the sign. */
	readonly word: string | null;
	readonly count: number;
	readonly disc: Disc;
	readonly lines: readonly TextLine[];
	readonly bars: readonly Rect[];
}

/** A name that the telegram does not have, in a frame of dashes. */
interface Absence {
	readonly box: Rect;
	readonly lines: readonly TextLine[];
}

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
	readonly counts: Readonly<Record<EvidenceMark, number>>;
	/** Empty until the whole telegram is read: what it never names is not known before. */
	readonly absent: readonly string[];
}

const SIZES = {
	bars: { title: 30, text: 15, number: 22, radius: 10, gap: 14, frame: 4 },
	words: { title: 25, text: 14, number: 20, radius: 9, gap: 9, frame: 3 },
	close: { title: 24, text: 13, number: 18, radius: 8, gap: 8, frame: 3 },
	signs: { title: 21, text: 13, number: 19, radius: 8, gap: 10, frame: 3 },
	least: { title: 21, text: 13, number: 17, radius: 7, gap: 4, frame: 1.5 }
} as const satisfies Record<KeyLevel, object>;
const LEADING = 1.25;
const UNIT = { width: 9, height: 8, gap: 3 };
const FRAME_X = 6;

/** Widths below which a key cannot be: of the names in their frames. */
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
	{ words, total, counts, absent }: KeyInput,
	level: KeyLevel,
	at: { readonly x: number; readonly y: number },
	width: number,
	title = true
): Key {
	const size = SIZES[level];
	const bare = level === 'signs' || level === 'least';
	const worded = level === 'words' || level === 'close';
	let y = at.y;
	/** Lines of a sentence, and the cursor below them. */
	const say = (
		text: string,
		face: TextLine['face'],
		px: number,
		x = at.x,
		room = width
	): TextLine[] => {
		const leading = px * (face === 'heading' ? 1.05 : LEADING);
		return wrap(text, face, px, room).map((line) => {
			const set = {
				text: line,
				face,
				x: round(x),
				y: round(y + px * ASCENT),
				size: px,
				width: widthOf(line, face, px)
			};
			y += leading;
			return set;
		});
	};
	const heading = title ? say(words.evidenceTitle, 'heading', size.title) : [];
	if (title) y += 2;
	const lead = bare
		? []
		: say(formatMessage(words, 'evidenceTally', { n: total }), 'caption', size.text);
	if (title) y += size.gap;

	const marks: MarkCount[] = [];
	const diameter = 2 * size.radius;
	let x = at.x;
	let rowBottom = y;
	const read = EVIDENCE_MARKS.some((mark) => counts[mark] > 0);
	const numeral = widthOf('00', 'heading', size.number) + 6;
	// As many marks side by side as have room for their words in one line.
	const longest = Math.max(
		...EVIDENCE_MARKS.map((mark) => widthOf(words[markWord(mark)], 'caption', size.text))
	);
	const item = diameter + 9 + (worded && read ? numeral : 0) + longest + size.gap;
	const columns = Math.max(1, Math.floor((width + size.gap) / item));
	const column = (width + size.gap) / columns;
	for (const [i, mark] of EVIDENCE_MARKS.entries()) {
		const word = words[markWord(mark)];
		const count = counts[mark];
		const number = count > 0 ? formatAmount(words.lang, count) : '';
		const numberWidth = widthOf(number || '0', 'heading', size.number);
		if (bare) {
			const own = diameter + 4 + numberWidth;
			if (x > at.x && x + own > at.x + width) {
				x = at.x;
				y += diameter + size.frame + 3;
			}
			const line: TextLine = {
				text: number,
				face: 'heading',
				x: round(x + diameter + 4),
				y: round(y + size.radius + size.number * 0.34),
				size: size.number,
				width: numberWidth
			};
			marks.push({
				mark,
				word,
				count,
				disc: { x: round(x + size.radius), y: round(y + size.radius), radius: size.radius },
				lines: number ? [line] : [],
				bars: []
			});
			x += own + size.gap;
			continue;
		}
		if (i % columns === 0) {
			x = at.x;
			y = rowBottom;
		}
		const top = y;
		const indent = x + diameter + 9;
		y += size.radius - size.text * 0.5;
		const from = worded && read ? indent + numeral : indent;
		const lines = say(word, 'caption', size.text, from, x + column - size.gap - from);
		const bars: Rect[] = [];
		const numberLine = (at: number, on: number): TextLine => ({
			text: number,
			face: 'heading',
			x: round(at),
			y: round(on),
			size: size.number,
			width: numberWidth
		});
		if (worded && count > 0) {
			lines.push(numberLine(indent, top + size.radius + size.number * 0.34));
		}
		if (level === 'bars' && count > 0) {
			y += 4;
			for (let unit = 0; unit < count; unit += 1) {
				bars.push(
					roundBox({
						x: indent + unit * (UNIT.width + UNIT.gap),
						y: y + size.number * 0.36 - UNIT.height / 2,
						width: UNIT.width,
						height: UNIT.height
					})
				);
			}
			const end = indent + count * (UNIT.width + UNIT.gap) + 5;
			lines.push(numberLine(end, y + size.number * 0.7));
			y += size.number * 0.8;
		}
		rowBottom = Math.max(rowBottom, y + size.gap, top + diameter + size.gap);
		marks.push({
			mark,
			word: null,
			count,
			disc: { x: round(x + size.radius), y: round(top + size.radius), radius: size.radius },
			lines,
			bars
		});
		y = top;
		x += column;
	}
	if (!bare) y = rowBottom;
	if (bare) y += diameter + size.gap;

	const absentTitle: TextLine[] = [];
	const frames: Absence[] = [];
	if (absent.length > 0) {
		if (!bare) y += size.gap;
		absentTitle.push(...say(words.evidenceAbsent, 'caption', size.text));
		y += 4;
		x = at.x;
		let rowHeight = 0;
		for (const name of absent) {
			const lines = wrap(name, 'caption', size.text, width - 2 * FRAME_X);
			const widths = lines.map((line) => widthOf(line, 'caption', size.text));
			const box = Math.max(...widths) + 2 * FRAME_X;
			if (x > at.x && x + box > at.x + width) {
				x = at.x;
				y += rowHeight + size.frame + 3;
				rowHeight = 0;
			}
			const height = lines.length * size.text * LEADING + 2 * size.frame;
			frames.push({
				box: roundBox({ x, y, width: box, height }),
				lines: lines.map((text, i) => ({
					text,
					face: 'caption',
					x: round(x + FRAME_X),
					y: round(y + size.frame + size.text * (i * LEADING + 0.96)),
					size: size.text,
					width: widths[i] ?? 0
				}))
			});
			rowHeight = Math.max(rowHeight, height);
			x += box + size.frame + 3;
		}
		y += rowHeight;
	} else y -= size.gap;
	const all = [heading, lead, absentTitle, ...marks.map(({ lines }) => lines)].flat();
	const ends = [...all, ...frames.map(({ box }) => box)].map((one) => one.x + one.width);
	return {
		box: { ...at, width: Math.max(...ends) - at.x, height: y - at.y },
		title: heading,
		lead,
		marks,
		absentTitle,
		absent: frames
	};
}
