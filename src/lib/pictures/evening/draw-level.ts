import { overlaps, type Rect } from '$lib/globe/camera/geometry';
import type { EveningTold } from '$lib/model/evening';
import { isRightToLeft } from '$lib/model/languages';
import type { EveningBlock } from '$lib/model/pictures';
import type { PictureInput } from '../picture';
import { hang, type Hung } from './flags';
import { hatch, pathOf } from './hatch';
import { evenLines, fits, linesOf, widthOf, type Face } from './lettering';
import {
	bareBlock,
	boxOf,
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

/** A label under the band: its lines, from the top of its box. */
interface Label extends Hung {
	readonly lines: readonly (Pick<EveningText, 'text' | 'face' | 'size' | 'tone'> & {
		readonly dx: number;
		readonly dy: number;
	})[];
}

/** Wider than this a brief picture is a sheet beside the map, not a phone's, CSS px at scale 1. */
const SHEET_PX = 470;

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);

interface Manner {
	/** Names only what the passage is about: for pictures with little room. */
	readonly brief: boolean;
	/** Without the words of the signs. */
	readonly withoutKey?: boolean;
	/** Drawn even where it has no room. */
	readonly forced?: boolean;
}

/** The evening as a band from side to side; null where its names have no room, and it is not forced. */
export function drawLevel(
	input: PictureInput,
	told: EveningTold,
	manner: Manner & { readonly forced: true }
): EveningDrawing;
export function drawLevel(
	input: PictureInput,
	told: EveningTold,
	manner: Manner
): EveningDrawing | null;
export function drawLevel(
	input: PictureInput,
	told: EveningTold,
	{ brief, withoutKey = false, forced = false }: Manner
): EveningDrawing | null {
	const { pictures, scene, scale } = input;
	const { evening, words } = pictures;
	const { threads, expected, stateOf, countOf, back, backNow } = told;
	const width = input.size.width / scale;
	const height = input.size.height / scale;
	const low = height < 225;
	const pad = brief ? 12 : 24;
	const room = width - 2 * pad;
	const capitals = (text: string) => text.toLocaleUpperCase(words.lang);
	const texts: EveningText[] = [];
	const signs: EveningSign[] = [];

	// From the top: title, Monday's name and line.
	let top = brief ? 8 : 20;
	if (!low) {
		const size = brief ? 21 : 32;
		const lines = linesOf(words.eveningTitle, 'head', size, room);
		texts.push(...write(lines, [pad, top + size * 0.8], { face: 'head', size }, size));
		top += lines.length * size + (brief ? 2 : 12);
	}
	const capsSize = brief ? 14 : 16;
	const mondayY = top + capsSize + 8;

	// From the bottom: the rule of counting, and the key to the signs where there is no room beside the band.
	const leading = 17;
	const rule = evenLines(words.eveningRule, 'plain', LEAST, room);
	const ordered = evenLines(words.eveningOrder, 'plain', LEAST, room);
	const key = withoutKey
		? []
		: keyRows(
				[
					{ kind: 'worked-out' as const, text: words.eveningSeven },
					{ kind: 'told' as const, text: words.eveningMidnight },
					...(expected ? [{ kind: 'expected' as const, text: words.eveningExpected }] : [])
				],
				room
			);
	// On a sheet that lies on the table the last line keeps off its edge.
	const margin = brief ? (width > SHEET_PX ? 13 : 7) : 16;
	const lit = evening.blocks.filter((block) => stateOf(block) === 'now');
	const business = lit.find(({ id }) => id === evening.business);
	const long = brief ? linesOf(words.eveningBusiness, 'plain', LEAST, room) : [];
	/** What is left for the band and its labels. */
	const left = height - margin - (rule.length + key.length) * leading - 5 - mondayY;
	const withLong = business !== undefined && left > 110 + long.length * leading;
	const withOrder =
		!brief || left > 120 + (ordered.length + (withLong ? long.length : 0)) * leading;
	const foot = withOrder ? [...rule, ...ordered] : rule;
	let bottom = height - margin - foot.length * leading;
	texts.push(...write(foot, [pad, bottom + 13], { tone: 'soft' }));
	if (brief) {
		bottom -= key.length * leading + 5;
		key.forEach((row, i) => {
			for (const { kind, text, at } of row) {
				const y = bottom + 13 + i * leading;
				signs.push(signAt(kind, [pad + at + 5, y - 4.5], 5));
				texts.push(...write([text], [pad + at + 16, y], {}));
			}
		});
	}

	// Along the band. The hours stand beside it where there is room.
	const hourSize = 14;
	const hours = (text: string) => evenLines(text, 'plain', hourSize, Math.max(96, width * 0.13));
	const seven = hours(words.eveningSeven);
	const midnight = hours(words.eveningMidnight);
	const widest = (lines: readonly string[]) =>
		Math.max(...lines.map((line) => widthOf(line, 'plain', hourSize)));
	const ringX = width - pad - (brief ? 34 : 54);
	const x0 = brief ? pad + 1 : pad + widest(seven) + 14;
	const x1 = ringX - (brief ? 34 : Math.max(70, widest(midnight) + 14 - (width - pad - ringX)));
	const behind = x1 + (brief ? 15 : 20);
	const stretches = along(evening.blocks, evening.threads, evening.untold, x0, x1);
	const stretchOf = (id: string) => stretches.get(id) ?? { from: 0, length: 0 };
	const untoldAt = stretchOf(UNTOLD);
	const loopX =
		back && (backNow || !brief) ? stretchOf(back.id).from + stretchOf(back.id).length - 7 : null;

	const bandRoom = bottom - mondayY;
	const drop = brief ? clamp(bandRoom * 0.22, 24, 44) : clamp(bandRoom * 0.26, 64, 120);
	const bandTop = mondayY + drop;

	/** Lines of a label with room inside its block, or null; all that are lit have it there, or none. */
	function inside(block: EveningBlock, tall: number) {
		const within = linesInside(block, tall);
		return stateOf(block) === 'now' && !lit.every((one) => linesInside(one, tall)) ? null : within;
	}
	function linesInside(block: EveningBlock, tall: number) {
		const now = stateOf(block) === 'now';
		if (brief && !now) return null;
		const wide = stretchOf(block.id).length - 14;
		const count = countOf(block);
		const face: Face = now && !brief ? 'head' : 'plain';
		const figures = now ? (brief ? [LEAST] : [34, 26, 20]) : [LEAST];
		for (const size of now && !brief ? [20, 17] : [brief ? 17 : 16.5]) {
			const lines = linesOf(block.label, 'head', size, wide);
			if (lines.length > 2) continue;
			const figure = figures.find((one) => widthOf(count, face, one) <= wide) ?? 0;
			const needed = lines.length * (size + 2) + 18;
			if (!fits(lines, 'head', size, wide) || needed > tall) continue;
			const counted = figure > 0 && needed + figure + 4 <= tall;
			if (now && !counted) continue;
			return { lines, size, face, count: counted ? count : '', figure };
		}
		return null;
	}

	/** What hangs under a block, or null: nothing is said of it, or it is said inside. */
	function labelOf(block: EveningBlock, tall: number): Label | null {
		const { from, length } = stretchOf(block.id);
		const state = stateOf(block);
		if (state === 'ahead' || inside(block, tall)) return null;
		const x = from + Math.min(length / 2, 12);
		const { id, label } = block;
		const count = countOf(block);
		const line = (
			text: string,
			face: Face,
			size: number,
			tone: EveningText['tone'],
			dx: number,
			dy: number
		) => ({ text, face, size, tone, dx, dy });
		const boxed = (height: number, lines: Label['lines']): Label => ({
			id,
			x,
			height,
			width: Math.max(...lines.map(({ text, face, size, dx }) => dx + widthOf(text, face, size))),
			lines
		});
		if (state === 'read') {
			return brief ? null : boxed(20, [line(label, 'head', 16.5, 'ink', 0, 15)]);
		}
		if (brief) {
			const beside = widthOf(label, 'head', 20) + 9;
			const one = beside + widthOf(count, 'plain', LEAST) <= (loopX ?? width - pad) - 10 - pad;
			return boxed(one ? 22 : 38, [
				line(label, 'head', 20, 'red', 0, 17),
				line(count, 'plain', LEAST, 'ink', one ? beside : 0, one ? 17 : 34)
			]);
		}
		const said =
			id === evening.business
				? linesOf(words.eveningBusiness, 'plain', 14, Math.min(260, room - x + pad))
				: [];
		return boxed(60 + said.length * 18, [
			line(count, 'head', 34, 'red', 0, 29),
			line(label, 'head', 23, 'red', 0, 53),
			...said.map((text, i) => line(text, 'plain', 14, 'ink', 0, 74 + i * 18))
		]);
	}

	const notTold: Label | null =
		told.untold && (!brief || told.untold.beat === scene.beat)
			? {
					id: UNTOLD,
					x: untoldAt.from + untoldAt.length / 2,
					width: widthOf(words.eveningNotTold, 'plain', 14),
					height: 20,
					lines: [
						{ text: words.eveningNotTold, face: 'plain', size: 14, tone: 'ink', dx: 0, dy: 14 }
					]
				}
			: null;

	// The other day: the label of its loop stands over the loop's lower side.
	const backSize = backNow && !brief ? 20 : 16;
	const backLines =
		loopX === null
			? []
			: linesOf(words.eveningBack, 'head', backSize, Math.max(90, loopX - 14 - pad - 20));
	const loopRoom = loopX === null ? 0 : backLines.length * backSize + (brief ? 10 : 20);

	const gap = brief ? 5 : 12;
	function layBelow(tall: number) {
		const under = bandTop + tall;
		const labels = evening.blocks.flatMap((block, i) => {
			// So low, the loop's label is all that has room.
			const label = low && backNow && block.id === back?.id ? null : labelOf(block, tall);
			const then = evening.threads.find(({ beat }) => beat === evening.untold)?.after === i + 1;
			return [...(label ? [label] : []), ...(then && notTold ? [notTold] : [])];
		});
		// Several in a picture with little room: a list, in the order of the band.
		const listed = brief && labels.length > 1 && !notTold;
		let y = under + gap;
		const flags = listed
			? labels.map((label) => {
					const { width, height } = label;
					const box = { x: pad, y, width, height };
					y += height + 4;
					return { ...label, box };
				})
			: hang(labels, { top: under + gap, from: pad, to: width - pad, post: loopX });
		const lowest = Math.max(under, ...flags.map(({ box }) => box.y + box.height));
		const loopY = lowest + loopRoom - (brief ? 4 : 6);
		const end = loopX === null ? lowest : loopY + 6;
		return { labels, flags, listed, lowest, loopY, end };
	}
	let tall = brief ? clamp(bandRoom * 0.55, 30, 150) : clamp(bandRoom * 0.34, 60, 200);
	const rest = withLong ? long.length * leading + 4 : 0;
	let below = layBelow(tall);
	while (below.end + rest > bottom - 4 && tall > (brief ? 14 : 30)) {
		tall -= 3;
		below = layBelow(tall);
	}
	const bandBottom = bandTop + tall;
	const crossed = below.flags.some(({ x, box: { y } }) =>
		below.flags.some(({ box }) => box.y < y && x > box.x - 2 && x < box.x + box.width + 2)
	);
	if (!forced && (below.end + rest > bottom - 4 || (crossed && !below.listed))) return null;
	if (withLong) texts.push(...write(long, [pad, below.lowest + 15], {}));

	const flagTexts = (id: string): EveningText[] => {
		const flag = below.flags.find((one) => one.id === id);
		const label = below.labels.find((one) => one.id === id);
		return flag && label
			? label.lines.map(({ dx, dy, ...line }) => ({
					...line,
					x: flag.box.x + dx,
					y: flag.box.y + dy,
					anchor: 'start'
				}))
			: [];
	};
	const leaderOf = (id: string) => {
		const flag = below.flags.find((one) => one.id === id);
		if (!flag || below.listed) return '';
		return pathOf([
			[flag.x, bandBottom],
			[flag.x, flag.box.y + 1]
		]);
	};

	const blocks = evening.blocks.map((block): EveningShape => {
		const { from, length } = stretchOf(block.id);
		const state = stateOf(block);
		const box: Rect = { x: from, y: bandTop, width: length, height: tall };
		const within = state === 'ahead' ? null : inside(block, tall);
		const tone = state === 'now' ? 'on-red' : 'ink';
		const flag = below.flags.find(({ id }) => id === block.id)?.box;
		return {
			...bareBlock(block, state, box),
			hatch: state === 'read' ? hatch(box, brief ? 7 : 9) : '',
			leader: leaderOf(block.id),
			texts: within
				? [
						...write(
							within.count ? [within.count] : [],
							[from + 7, bandTop + 7 + within.figure * 0.8],
							{
								face: within.face,
								size: within.figure,
								tone: state === 'now' ? tone : 'soft'
							}
						),
						...write(
							within.lines,
							[from + 7, bandBottom - 9 - (within.lines.length - 1) * (within.size + 2)],
							{ face: 'head', size: within.size, tone },
							within.size + 2
						)
					]
				: flagTexts(block.id),
			touch: flag ? { ...flag, y: flag.y - 2, height: flag.height + 4 } : null,
			pressed: state !== 'ahead' && (flag !== undefined || (length >= 24 && tall >= 24))
		};
	});

	/** Sunday's own name where no thread crosses it. */
	function sundayAt(crossings: readonly number[]): EveningText[] {
		const sunday = capitals(words.eveningSunday);
		const wide = widthOf(sunday, 'head', capsSize);
		const start = [x0 + 14, ...crossings.map((x) => x + 10)].find((from) =>
			crossings.every((x) => x < from || x > from + wide + 6)
		);
		return start !== undefined && start + wide < x1 - 10
			? write([sunday], [start, bandTop - 8], { face: 'head', size: capsSize })
			: [];
	}

	// Monday, from where it first breaks in.
	const mondayName = capitals(words.eveningMonday);
	const xOf = (thread: (typeof threads)[number]) =>
		placeOf(thread, evening.blocks, stretches, evening.untold, behind);
	const crossings = threads.map(xOf);
	const names = [
		...(threads.length > 0
			? write([mondayName], [x0, mondayY - 9], { face: 'head', size: capsSize })
			: []),
		...sundayAt(crossings)
	];
	texts.push(...names);
	const isFree = (box: Rect) =>
		box.x >= 2 &&
		box.x + box.width <= width - 2 &&
		!names.some((name) => overlaps(boxOf(name), box)) &&
		!crossings.some((x) => box.y > mondayY && x > box.x - 3 && x < box.x + box.width + 3) &&
		!(box.y > mondayY && box.x + box.width > x1 - 8);
	// Where only the present subject is named the ring alone says what is expected.
	const fallen = brief ? threads.filter(({ expected }) => !expected) : threads;
	const falls = fallen.map((thread, i): EveningFall => {
		const now = thread.beat === scene.beat;
		const x = xOf(thread);
		const tip = bandTop - 3;
		const size = now ? (brief ? 15 : 19) : 14;
		const face = now ? 'head' : 'plain';
		const label = (): EveningText[] => {
			// The open ring says the same.
			if (thread.expected && brief) return [];
			if (brief) {
				if (!now) return [];
				// Above the line of Monday or under it, before the thread or behind it: where nothing stands.
				const places: readonly (readonly [number, number, 'start' | 'end'])[] = [
					[x, mondayY - 9, 'start'],
					[x + 6, mondayY - 9, 'end'],
					[x + 8, mondayY + 19, 'start'],
					[x - 8, mondayY + 19, 'end']
				];
				const style = { face, size, tone: 'red' } as const;
				const options = places.map(([at, y, anchor]) =>
					write([thread.label], [at, y], { ...style, anchor })
				);
				return options.find((texts) => texts.every((text) => isFree(boxOf(text)))) ?? [];
			}
			const next = crossings[i + 1] ?? width - pad + 8;
			const last = crossings[i - 1] ?? pad - 8;
			const start = linesOf(thread.label, face, size, next - x - 16);
			const end = linesOf(thread.label, face, size, x - last - 16);
			const toEnd = start.length <= end.length && fits(start, face, size, next - x - 16);
			return write(
				toEnd ? start : end,
				// One lower than the one before it: between two threads both may have their label.
				[toEnd ? x + 8 : x - 8, mondayY + size + 5 + (i % 2) * 20],
				{ anchor: toEnd ? 'start' : 'end', face, size, tone: now ? 'red' : 'ink' },
				size + 2
			);
		};
		return {
			beat: thread.beat,
			label: thread.label,
			now,
			x,
			y: mondayY,
			line: pathOf([
				[x, mondayY],
				[x, tip - 6]
			]),
			head: `M${x - 4.5} ${tip - 8}H${x + 4.5}L${x} ${tip}Z`,
			texts: label()
		};
	});
	if (expected) {
		const now = expected.beat === scene.beat;
		signs.push(signAt('expected', [ringX, mondayY], brief ? 7 : 9, now));
		texts.push(
			...write([words.eveningExpected], [width - pad, mondayY - (brief ? 11 : 16)], {
				anchor: 'end',
				size: brief ? LEAST : 14,
				tone: now ? 'red' : 'ink'
			})
		);
	}

	// The hours at both ends.
	signs.push(
		signAt('worked-out', [x0, bandTop - 14], brief ? 5 : 7),
		signAt('told', [x1, bandTop - 14], brief ? 5 : 7)
	);
	if (!brief) {
		const middle = (lines: readonly string[]) =>
			bandTop + tall / 2 + 5 - ((lines.length - 1) * leading) / 2;
		texts.push(
			...write(seven, [x0 - 12, middle(seven)], { anchor: 'end', size: hourSize }),
			...write(midnight, [x1 + 12, middle(midnight)], { size: hourSize })
		);
	}

	texts.push(...flagTexts(UNTOLD));
	const bend = Math.min(16, below.loopY - bandBottom);
	if (loopX !== null) {
		const y = below.loopY - 6 - (backLines.length - 1) * backSize;
		texts.push(
			...write(
				backLines,
				[pad + 18, y],
				{ face: 'head', size: backSize, tone: backNow ? 'red' : 'ink' },
				backSize
			)
		);
	}

	return {
		size: { width, height },
		scale,
		direction: isRightToLeft(words.lang) ? 'rtl' : 'ltr',
		blocks,
		untold: told.untold
			? {
					box: { x: untoldAt.from, y: bandTop, width: untoldAt.length, height: tall },
					leader: leaderOf(UNTOLD),
					now: told.untold.beat === scene.beat
				}
			: null,
		monday:
			threads.length === 0
				? ''
				: pathOf([
						[x0, mondayY],
						[expected ? ringX : x1, mondayY]
					]),
		falls,
		posts: [x0, x1].map((x) =>
			pathOf([
				[x, bandTop - 10],
				[x, bandBottom + (brief ? 3 : 6)]
			])
		),
		signs,
		loop:
			loopX === null
				? null
				: {
						line: `M${loopX} ${bandBottom}V${below.loopY - bend}Q${loopX} ${below.loopY} ${loopX - bend} ${below.loopY}H${pad + 9}`,
						head: `M${pad} ${below.loopY}L${pad + 10} ${below.loopY - 5}V${below.loopY + 5}Z`,
						now: backNow
					},
		texts
	};
}

/** Signs with their words, in rows no wider than `room`. */
function keyRows<Item extends { readonly text: string }>(items: readonly Item[], room: number) {
	const rows: (Item & { readonly at: number })[][] = [];
	let at = 0;
	for (const item of items) {
		const width = 16 + widthOf(item.text, 'plain', LEAST);
		const last = rows.at(-1);
		if (!last || at + width > room) {
			rows.push([{ ...item, at: 0 }]);
			at = width + 16;
		} else {
			last.push({ ...item, at });
			at += width + 16;
		}
	}
	return rows;
}
