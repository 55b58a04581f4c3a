import type { Point, Rect } from '$lib/globe/camera/geometry';
import { balanced, widest, widthOf, type Line } from './lettering';
import type { Plan } from './layout/plan';

/** A sheet on the table with the telegram's words. */
export interface Slip {
	readonly sheet: Rect;
	readonly words: readonly Line[];
	/** Red pencil under each line. */
	readonly pencil: readonly { readonly from: Point; readonly to: Point }[];
	readonly source: Line;
}

/** Sizes in which the words on the table are tried, CSS px. */
const TELEGRAM_SIZES = { wide: [21, 19, 17, 15.5, 14, 13], narrow: [15.5, 14, 13] };
/** A smaller size is better than more lines than this. */
const FEW_LINES = 4;

/**
 * The telegram's words on a sheet, in the part of the table that arcs leave.
 *
 * @param free where that part begins
 * @returns null where they have no room
 */
export function slipOf(phrases: readonly string[], plan: Plan, free: number): Slip | null {
	if (phrases.length === 0) return null;
	const { table, measures } = plan;
	const { narrow } = measures;
	const margin = narrow ? 3 : Math.min(14, table.width * 0.05);
	const top = Math.max(free, table.y + margin);
	const room: Rect = {
		x: table.x + margin,
		y: top,
		width: table.width - margin * 2,
		height: table.y + table.height - margin - top
	};
	const fitting = TELEGRAM_SIZES[narrow ? 'narrow' : 'wide'].flatMap(
		(size) => sheetIn(room, phrases, size, plan) ?? []
	);
	return fitting.find(({ words }) => words.length <= FEW_LINES) ?? fitting[0] ?? null;
}

/** A sheet in the middle of the room for it; null where it is larger. */
function sheetIn(room: Rect, phrases: readonly string[], size: number, plan: Plan): Slip | null {
	const { table } = plan;
	const { narrow, post: note } = plan.measures;
	const source = plan.words.roomQuoteOf;
	const inner = narrow ? 5 : Math.min(16, table.width * 0.05);
	const texts = phrases.flatMap((phrase) =>
		balanced(phrase, 'telegram', size, room.width - inner * 2)
	);
	const step = size * (narrow ? 1.36 : 1.45);
	const height = texts.length * step + note * 1.4 + inner * 1.2;
	const width =
		Math.max(widest(texts, 'telegram', size), widthOf(source, 'post', note)) + inner * 2;
	if (height > room.height || width > room.width) return null;
	const sheet = {
		x: room.x + (room.width - width) / 2,
		y: room.y + (room.height - height) / 2,
		width,
		height
	};
	const x = sheet.x + width / 2;
	const baseline = (i: number) => sheet.y + inner * 0.7 + step * i + size;
	const under = (i: number) => baseline(i) + size * 0.24;
	const half = (text: string) => widthOf(text, 'telegram', size) / 2;
	const made = { x, anchor: 'middle' } as const;
	return {
		sheet,
		words: texts.map((text, i) => ({ ...made, text, face: 'telegram', size, y: baseline(i) })),
		pencil: texts.map((text, i) => ({
			from: { x: x - half(text), y: under(i) },
			to: { x: x + half(text), y: under(i) }
		})),
		source: {
			...made,
			text: source,
			face: 'post',
			size: note,
			y: sheet.y + height - inner * 0.7 - note * 0.2
		}
	};
}
