import type { Rect } from '$lib/globe/camera/geometry';
import type { Point } from './curve';
import { widest, widthOf, wrap, type Line } from './lettering';
import type { Plan } from './plan';

/** A sheet on the table with the telegram's words. */
export interface Slip {
	readonly sheet: Rect;
	readonly words: readonly Line[];
	/** Red pencil under each line. */
	readonly pencil: readonly { readonly from: Point; readonly to: Point }[];
	readonly source: Line;
}

/** The lines of a phrase, about equally long. */
function balanced(phrase: string, size: number, most: number): string[] {
	const lines = wrap(phrase, 'telegram', size, most);
	let narrower = lines;
	for (let width = most; narrower.length === lines.length && width > 0; width -= size) {
		const tried = wrap(phrase, 'telegram', size, width);
		if (tried.length > lines.length) break;
		narrower = tried;
	}
	return narrower;
}

/** Sizes in which the words on the table are tried, CSS px. */
const TELEGRAM_SIZES = [21, 19, 17, 15.5, 14, 13];

/**
 * The telegram's words on a sheet, in the part of the table that arcs leave.
 *
 * @param free where that part begins
 * @returns null where they have no room
 */
export function slipOf(phrases: readonly string[], plan: Plan, free: number): Slip | null {
	const { table, measures } = plan;
	const source = plan.words.roomQuoteOf;
	const margin = measures.narrow ? 4 : 14;
	const inner = measures.narrow ? 7 : 16;
	const room: Rect = {
		x: table.x + margin,
		y: Math.max(free, table.y + margin),
		width: table.width - margin * 2,
		height: table.y + table.height - margin - Math.max(free, table.y + margin)
	};
	const note = measures.post;
	if (phrases.length === 0) return null;
	for (const size of TELEGRAM_SIZES) {
		if (measures.narrow && size > 15.5) continue;
		const texts = phrases.flatMap((phrase) => balanced(phrase, size, room.width - inner * 2));
		const step = size * (measures.narrow ? 1.36 : 1.45);
		const height = texts.length * step + note * 1.4 + inner * 1.2;
		const width =
			Math.max(widest(texts, 'telegram', size), widthOf(source, 'post', note)) + inner * 2;
		if (height > room.height || width > room.width) continue;
		const sheet = {
			x: room.x + (room.width - width) / 2,
			y: room.y + (room.height - height) / 2,
			width,
			height
		};
		const middle = sheet.x + width / 2;
		const baseline = (i: number) => sheet.y + inner * 0.7 + step * i + size;
		const half = (text: string) => widthOf(text, 'telegram', size) / 2;
		return {
			sheet,
			words: texts.map((text, i) => ({
				text,
				face: 'telegram',
				size,
				x: middle,
				y: baseline(i),
				anchor: 'middle'
			})),
			pencil: texts.map((text, i) => ({
				from: { x: middle - half(text), y: baseline(i) + size * 0.24 },
				to: { x: middle + half(text), y: baseline(i) + size * 0.24 }
			})),
			source: {
				text: source,
				face: 'post',
				size: note,
				x: middle,
				y: sheet.y + height - inner * 0.7 - note * 0.2,
				anchor: 'middle'
			}
		};
	}
	return null;
}
