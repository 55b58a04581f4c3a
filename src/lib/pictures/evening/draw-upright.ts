import type { EveningTold } from '$lib/model/evening';
import { isRightToLeft } from '$lib/model/languages';
import type { PictureInput } from '../picture';
import { hatch, pathOf } from './hatch';
import { evenLines, linesOf, widthOf, type Face } from './lettering';
import {
	bareBlock,
	LEAST,
	signAt,
	write,
	type EveningDrawing,
	type EveningFall,
	type EveningShape,
	type EveningSign,
	type EveningText
} from './shapes';
import { along, placeOf, UNTOLD } from './along';

/** The row of the other day. */
const BACK = 'back';

/** What stands beside the band: its lines, one under the other. */
interface Row {
	readonly id: string;
	/** The place on the band that it belongs to. */
	readonly wanted: number;
	readonly height: number;
	readonly lines: readonly Pick<EveningText, 'text' | 'face' | 'size' | 'tone'>[];
}

const leadingOf = (size: number) => size + 4;

/** Lettering of what the passage is about (its count, its name, its sentence), and how high the row of another subject is. */
const SIZES = [
	{ count: 46, lit: 28, said: 16, row: 24 },
	{ count: 30, lit: 20, said: LEAST, row: 24 },
	{ count: 30, lit: 20, said: LEAST, row: 20 }
] as const;
/** A row lower than this cannot be pressed: a finger would meet the next one, CSS px. */
const PRESSED_PX = 24;
/** From this width on words are counted beside every name, CSS px at scale 1. */
const COUNTED_PX = 560;

/** The evening as a band from top to bottom, every subject named beside it; null where the names have no room. */
export function drawUpright(input: PictureInput, told: EveningTold): EveningDrawing | null {
	for (const sizes of SIZES) {
		const drawing = drawWith(input, told, sizes);
		if (drawing) return drawing;
	}
	return null;
}

function drawWith(
	input: PictureInput,
	told: EveningTold,
	sizes: (typeof SIZES)[number]
): EveningDrawing | null {
	const { pictures, scene, scale } = input;
	const { evening, words } = pictures;
	const { threads, expected, stateOf, countOf, back, backNow } = told;
	const width = input.size.width / scale;
	const height = input.size.height / scale;
	const pad = 16;
	const room = width - 2 * pad;
	const texts: EveningText[] = [];
	const capitals = (text: string) => text.toLocaleUpperCase(words.lang);

	const titleSize = 26;
	const title = linesOf(words.eveningTitle, 'head', titleSize, room);
	texts.push(
		...write(title, [pad, 14 + titleSize * 0.8], { face: 'head', size: titleSize }, titleSize)
	);
	const foot = [words.eveningRule, words.eveningOrder].flatMap((text) =>
		evenLines(text, 'plain', LEAST, room)
	);
	const bottom = height - 12 - foot.length * 17;
	texts.push(...write(foot, [pad, bottom + 13], { tone: 'soft' }));

	// Monday, the band, the names: three columns under their heads.
	const monday = linesOf(capitals(words.eveningMonday), 'head', 15, width < COUNTED_PX ? 84 : 150);
	const mondayWidth = Math.max(...monday.map((line) => widthOf(line, 'head', 15)));
	const mondayX = pad + 10;
	const bandX = pad + Math.max(mondayWidth + 16, width * 0.17);
	const bandWidth = Math.min(150, Math.max(44, width * 0.17));
	const namesX = bandX + bandWidth + 22;
	const namesRoom = width - pad - namesX;
	const heads = 14 + title.length * titleSize + 20;
	const sunday = linesOf(capitals(words.eveningSunday), 'head', 15, width - pad - bandX);
	if (threads.length > 0)
		texts.push(...write(monday, [pad, heads], { face: 'head', size: 15 }, 17));
	texts.push(...write(sunday, [bandX, heads], { face: 'head', size: 15 }, 17));
	const top = heads + Math.max(monday.length, sunday.length) * 17 + 20;
	const end = bottom - 62;

	const stretches = along(evening.blocks, evening.threads, evening.untold, top, end);
	const stretchOf = (id: string) => stretches.get(id) ?? { from: 0, length: 0 };
	const behind = end + 20;

	const line = (text: string, face: Face, size: number, tone: EveningText['tone'] = 'ink') => ({
		text,
		face,
		size,
		tone
	});
	const rowOf = (id: string, wanted: number, lines: Row['lines'], least = 0): Row => ({
		id,
		wanted,
		lines,
		height: Math.max(
			least,
			lines.reduce((sum, { size }) => sum + leadingOf(size), 0)
		)
	});
	const wrapped = (text: string, face: Face, size: number, tone?: EveningText['tone']) =>
		linesOf(text, face, size, namesRoom).map((part) => line(part, face, size, tone));

	const backTone = backNow ? 'red' : 'ink';
	const rows: Row[] = [
		...(back
			? [
					rowOf(
						BACK,
						top - 20,
						wrapped(words.eveningBack, 'head', backNow ? sizes.lit : 16, backTone)
					)
				]
			: []),
		rowOf('from', top, wrapped(words.eveningSeven, 'plain', LEAST))
	];
	evening.blocks.forEach((block, i) => {
		const state = stateOf(block);
		const { from, length } = stretchOf(block.id);
		const wanted = from + Math.min(length / 2, 16);
		if (state === 'now') {
			const said = block.id === evening.business ? words.eveningBusiness : '';
			rows.push(
				rowOf(block.id, wanted, [
					...wrapped(countOf(block), 'head', sizes.count, 'red'),
					...wrapped(block.label, 'head', sizes.lit, 'red'),
					...(said ? wrapped(said, 'plain', sizes.said, 'ink') : [])
				])
			);
		} else if (state === 'read') {
			rows.push(rowOf(block.id, wanted, wrapped(block.label, 'head', 16), sizes.row));
		}
		const fallen = threads.find(({ after }) => after === i + 1);
		if (!fallen || fallen.expected) return;
		const at = placeOf(fallen, evening.blocks, stretches, evening.untold, behind);
		if (fallen.beat === evening.untold) {
			rows.push(rowOf(UNTOLD, at, wrapped(words.eveningNotTold, 'plain', LEAST)));
		}
		if (fallen.beat === scene.beat) {
			rows.push(rowOf(fallen.beat, at, wrapped(fallen.label, 'head', sizes.lit, 'red')));
		}
	});
	rows.push(rowOf('to', end, wrapped(words.eveningMidnight, 'plain', LEAST)));
	if (expected) {
		const now = expected.beat === scene.beat;
		rows.push(
			rowOf(
				expected.beat,
				behind,
				now
					? wrapped(expected.label, 'head', sizes.lit, 'red')
					: // Beside it stands the question mark.
						wrapped(expected.label, 'plain', LEAST, 'ink')
			)
		);
	}
	const placed = spread(rows, top - 36, bottom - 26);
	if (!placed) return null;

	const countsX =
		namesX + 20 + Math.max(...evening.blocks.map(({ label }) => widthOf(label, 'head', 16)));
	const rowTexts = (id: string): EveningText[] => {
		const row = placed.find((one) => one.id === id);
		if (!row) return [];
		let y = row.y;
		return row.lines.map((part) => {
			y += leadingOf(part.size);
			return { ...part, x: namesX, y: y - 4 - part.size * 0.12, anchor: 'start' };
		});
	};
	const leaderOf = (id: string, from = bandX + bandWidth) => {
		const row = placed.find((one) => one.id === id);
		const first = row?.lines[0];
		if (!row || !first) return '';
		const y = row.y + leadingOf(first.size) / 2 + 1;
		return pathOf([
			[from, row.wanted],
			[bandX + bandWidth + 4, row.wanted],
			[namesX - 9, y],
			[namesX - 4, y]
		]);
	};

	const blocks = evening.blocks.map((block): EveningShape => {
		const { from, length } = stretchOf(block.id);
		const state = stateOf(block);
		const box = { x: bandX, y: from, width: bandWidth, height: length };
		const row = placed.find(({ id }) => id === block.id);
		return {
			...bareBlock(block, state, box),
			hatch: state === 'read' ? hatch(box, 8) : '',
			leader: leaderOf(block.id),
			texts: [
				...rowTexts(block.id),
				...(row && state === 'read' && width >= COUNTED_PX
					? write([countOf(block)], [countsX, row.y + 14], { tone: 'soft' })
					: [])
			],
			touch: row
				? {
						x: namesX - 10,
						y: row.y,
						width: width - pad - namesX + 10,
						height: row.height
					}
				: null,
			pressed: state !== 'ahead' && row !== undefined && row.height >= PRESSED_PX
		};
	});

	const falls = threads.map((thread): EveningFall => {
		const y = placeOf(thread, evening.blocks, stretches, evening.untold, behind);
		const tip = thread.expected ? namesX - 5 : bandX - 4;
		return {
			beat: thread.beat,
			label: thread.label,
			now: thread.beat === scene.beat,
			x: mondayX,
			y,
			line: pathOf([
				[mondayX, y],
				[tip - 6, y]
			]),
			head: `M${tip - 8} ${y - 4.5}V${y + 4.5}L${tip} ${y}Z`,
			texts: rowTexts(thread.beat)
		};
	});

	const signs: EveningSign[] = [
		signAt('worked-out', [bandX - 12, top], 6),
		signAt('told', [bandX - 12, end], 6)
	];
	const ringY = end + 46;
	if (expected) {
		const now = expected.beat === scene.beat;
		signs.push(signAt('expected', [mondayX, ringY], 8, now));
		texts.push(
			...write([words.eveningExpected], [mondayX + 18, ringY + 5], {
				size: 14,
				tone: now ? 'red' : 'ink'
			})
		);
	}
	texts.push(...rowTexts(BACK), ...rowTexts('from'), ...rowTexts('to'), ...rowTexts(UNTOLD));

	// Round the top of the band, back to another day.
	const backRow = placed.find(({ id }) => id === BACK);
	let loop: EveningDrawing['loop'] = null;
	if (back && backRow) {
		const { from, length } = stretchOf(back.id);
		const start = from + length / 2;
		const over = backRow.y + leadingOf(backRow.lines[0]?.size ?? 0) / 2 + 1;
		const x = bandX - 26;
		loop = {
			line: `M${bandX} ${start}H${x + 12}Q${x} ${start} ${x} ${start - 12}V${over + 12}Q${x} ${over} ${x + 12} ${over}H${namesX - 13}`,
			head: `M${namesX - 14} ${over - 5}V${over + 5}L${namesX - 5} ${over}Z`,
			now: backNow
		};
	}

	const untoldAt = stretchOf(UNTOLD);
	return {
		size: { width, height },
		scale,
		direction: isRightToLeft(words.lang) ? 'rtl' : 'ltr',
		blocks,
		untold: told.untold
			? {
					box: { x: bandX, y: untoldAt.from, width: bandWidth, height: untoldAt.length },
					leader: leaderOf(UNTOLD),
					now: told.untold.beat === scene.beat
				}
			: null,
		monday:
			threads.length === 0
				? ''
				: pathOf([
						[mondayX, top],
						[mondayX, expected ? ringY : end]
					]),
		falls,
		posts: (
			[
				['from', top],
				['to', end]
			] as const
		).map(([id, y]) => `M${bandX - 12} ${y}${leaderOf(id).replace('M', 'L')}`),
		signs,
		loop,
		texts
	};
}

/** Rows one under the other, each as near to its place as the others let it; null where they have no room. */
function spread(
	rows: readonly Row[],
	from: number,
	to: number
): (Row & { readonly y: number })[] | null {
	let least = from;
	const tops = rows.map(({ wanted, height, lines }) => {
		const y = Math.max(least, wanted - leadingOf(lines[0]?.size ?? 0) / 2);
		least = y + height;
		return y;
	});
	let most = to;
	for (let i = rows.length - 1; i >= 0; i--) {
		const { height = 0 } = rows[i] ?? {};
		tops[i] = Math.min(tops[i] ?? 0, most - height);
		most = tops[i] ?? 0;
	}
	return most < from - 0.5 ? null : rows.map((row, i) => ({ ...row, y: tops[i] ?? 0 }));
}
