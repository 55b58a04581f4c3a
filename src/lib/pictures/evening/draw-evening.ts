import type { Rect, Size } from '$lib/globe/camera/geometry';
import { isRightToLeft } from '$lib/model/languages';
import type { EveningBlock, EveningThread } from '$lib/model/pictures';
import { formatMessage } from '$lib/model/words';
import { NARROW_PX, type PictureInput } from '../picture';
import { hang, type Hung } from './flags';
import { hatch, pathOf, type Point } from './hatch';
import { fits, linesOf, widthOf, type Face } from './lettering';

/** `ahead`: the reader has not come so far. */
export type Reached = 'ahead' | 'read' | 'now';
export type Tone = 'ink' | 'soft' | 'red' | 'on-red';

/** A line of lettering. Its anchor is in the direction of the language. */
export interface EveningText {
	readonly text: string;
	readonly x: number;
	/** Of the baseline. */
	readonly y: number;
	readonly anchor: 'start' | 'end';
	readonly face: Face;
	readonly size: number;
	readonly tone: Tone;
}

/** The three kinds of hour, full, half and open: told, worked out, expected. */
export interface EveningSign {
	readonly kind: 'told' | 'worked-out' | 'expected';
	readonly x: number;
	readonly y: number;
	readonly r: number;
	/** The filled half of a sign that is worked out. */
	readonly half: string;
	readonly now: boolean;
}

/** A subject of the talk. */
export interface EveningShape {
	readonly id: string;
	/** What a link says. */
	readonly label: string;
	/** The passage it leads to. */
	readonly beat: string;
	readonly state: Reached;
	readonly box: Rect;
	/** Diagonals inside the box, as a path. */
	readonly hatch: string;
	/** To the label under it; empty for a label inside. */
	readonly leader: string;
	readonly texts: readonly EveningText[];
	/** What is pressed beside the box: the label. */
	readonly touch: Rect | null;
}

/** What falls into the evening from Monday. */
export interface EveningFall {
	readonly beat: string;
	readonly label: string;
	readonly now: boolean;
	readonly x: number;
	/** On the line of Monday. */
	readonly y: number;
	readonly line: string;
	readonly head: string;
	readonly texts: readonly EveningText[];
	readonly touch: Rect | null;
}

/** The shapes of the picture, in CSS px at scale 1. */
export interface EveningDrawing {
	/** Of the picture at scale 1. */
	readonly size: Size;
	readonly scale: number;
	readonly direction: 'ltr' | 'rtl';
	readonly blocks: readonly EveningShape[];
	/** Where words are left out: how much is not told, so it has no length. */
	readonly untold: { readonly box: Rect; readonly leader: string; readonly now: boolean } | null;
	/** The line of Monday; empty before the reader comes to it. */
	readonly monday: string;
	/** From 3:30 on to what nobody knows yet. */
	readonly beyond: string;
	readonly falls: readonly EveningFall[];
	readonly posts: readonly string[];
	readonly signs: readonly EveningSign[];
	/** Back to another day. */
	readonly loop: { readonly line: string; readonly head: string; readonly now: boolean } | null;
	readonly texts: readonly EveningText[];
}

/** Lower than this the picture names only what the passage is about, CSS px at scale 1. */
const LOW_PX = 380;
/** The least lettering, CSS px at scale 1. */
const LEAST = 13;
/** What is not told has no length; the gap that stands for it, and the one where a thread falls in, CSS px at scale 1. */
const GAP = { block: 1.5, thread: 5, untold: 18 } as const;

interface Frame {
	readonly width: number;
	readonly height: number;
	readonly narrow: boolean;
	readonly low: boolean;
	readonly pad: number;
}

/**
 * Draws the evening of one beat: the subjects in their order, as far as the reader has come, between about seven and midnight.
 * All lengths are CSS px at scale 1; whoever shows it multiplies with `scale`.
 */
export function drawEvening(input: PictureInput): EveningDrawing {
	const { pictures, order, scene, scale } = input;
	const { evening, words } = pictures;
	const width = input.size.width / scale;
	const height = input.size.height / scale;
	const narrow = width < NARROW_PX;
	const low = height < LOW_PX;
	const frame: Frame = { width, height, narrow, low, pad: narrow ? 12 : 24 };
	const direction = isRightToLeft(words.lang) ? 'rtl' : 'ltr';
	const { pad } = frame;

	const here = order.indexOf(scene.beat);
	const isReached = (beat: string) => order.indexOf(beat) <= here;
	const own = evening.blocks.filter(({ beats }) => beats.some(({ id }) => id === scene.beat));
	const lit = evening.lit[scene.beat] ?? own.map(({ id }) => id);
	const stateOf = ({ id, beats: [first] }: EveningBlock): Reached => {
		if (lit.includes(id)) return 'now';
		return first && isReached(first.id) ? 'read' : 'ahead';
	};
	const threads = evening.threads.filter(({ beat }) => isReached(beat));
	const expected = threads.find((thread) => thread.expected);
	// After the telegram nothing of it is new, and what was expected has no answer.
	const over = scene.told === null && scene.sectionNumber === null && expected !== undefined;

	const texts: EveningText[] = [];
	const write = (
		lines: readonly string[],
		at: Point,
		style: Partial<Pick<EveningText, 'anchor' | 'face' | 'size' | 'tone'>>,
		leading: number
	): EveningText[] =>
		lines.map((text, i) => ({
			text,
			x: at[0],
			y: at[1] + i * leading,
			anchor: 'start',
			face: 'plain',
			size: LEAST,
			tone: 'ink',
			...style
		}));

	// From the top: title, Monday's name and line.
	let top = low ? 8 : narrow ? 14 : 20;
	if (!low || height >= 225) {
		const size = low ? 21 : narrow ? 26 : 32;
		const lines = linesOf(words.eveningTitle, 'head', size, width - 2 * pad);
		texts.push(...write(lines, [pad, top + size * 0.8], { face: 'head', size }, size));
		top += lines.length * size + (low ? 2 : 12);
	}
	const capsSize = low ? 14 : 16;
	const mondayY = top + capsSize + 8;

	// From the bottom: the rule of counting, and in low pictures the key to the signs.
	let bottom = height - (low ? 7 : 16);
	const leading = 17;
	const room = width - 2 * pad;
	const rule = linesOf(words.eveningRule, 'plain', LEAST, room);
	const ordered = linesOf(words.eveningOrder, 'plain', LEAST, room);
	const spare = height - top - 150 - rule.length * leading;
	const foot = low && spare < ordered.length * leading ? rule : [...rule, ...ordered];
	bottom -= foot.length * leading;
	texts.push(...write(foot, [pad, bottom + 13], { tone: 'soft' }, leading));

	const signs: EveningSign[] = [];
	const sign = (kind: EveningSign['kind'], [x, y]: Point, r: number, now = false) =>
		signs.push({
			kind,
			x,
			y,
			r,
			now,
			half: `M${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}Z`
		});

	// Beside the band where there is room, else in a key.
	const besideSize = 14;
	const beside = (text: string) => linesOf(text, 'plain', besideSize, Math.max(96, width * 0.13));
	const seven = beside(words.eveningSeven);
	const midnight = beside(words.eveningMidnight);
	const widest = (lines: readonly string[]) =>
		Math.max(...lines.map((line) => widthOf(line, 'plain', besideSize)));
	if (narrow) {
		const rows = keyRows(
			[
				{ kind: 'worked-out' as const, text: words.eveningSeven },
				{ kind: 'told' as const, text: words.eveningMidnight }
			],
			room
		);
		bottom -= rows.length * leading + 5;
		rows.forEach((row, i) => {
			for (const { kind, text, at } of row) {
				const y = bottom + 13 + i * leading;
				sign(kind, [pad + at + 5, y - 4.5], 5);
				texts.push(...write([text], [pad + at + 16, y], {}, leading));
			}
		});
	}

	// Along the band.
	const ringX = width - pad - (low ? 30 : 40);
	const tail = narrow ? 34 : Math.max(70, widest(midnight) + 14 - (width - pad - ringX));
	const x0 = narrow ? pad + 1 : pad + widest(seven) + 14;
	const x1 = ringX - tail;
	const afterX = x1 + (narrow ? 14 : 18);

	// What hangs under the band.
	const lookingBack = evening.blocks.find(({ id }) => id === evening.lookingBack);
	const looksBack =
		lookingBack !== undefined &&
		stateOf(lookingBack) !== 'ahead' &&
		(!low || lit.includes(lookingBack.id));

	const bandRoom = bottom - mondayY;
	const drop = low ? Math.max(20, Math.min(40, bandRoom * 0.22)) : clamp(bandRoom * 0.26, 64, 120);
	const bandTop = mondayY + drop;

	const boxes = along(evening.blocks, evening.threads, evening.untold, x0, x1);
	const loopX = looksBack ? endOf(boxes.get(lookingBack.id)) - 7 : null;

	const sizes = { name: low ? 17 : 16.5, lit: low ? 20 : 23, count: low ? 20 : 34 };
	const nameOf = (block: EveningBlock) => ({
		label: block.label,
		count: formatMessage(words, 'eveningWords', { n: block.words })
	});

	/** A label with its lines, laid from the top of its box. */
	interface Label extends Hung {
		readonly lines: readonly (Omit<EveningText, 'x' | 'anchor' | 'y'> & {
			readonly dx: number;
			readonly dy: number;
		})[];
	}
	const labelOf = (block: EveningBlock, state: Reached, bandHeight: number): Label | null => {
		const box = boxes.get(block.id);
		if (!box || state === 'ahead') return null;
		const x = box.x + Math.min(box.width / 2, 12);
		const { label, count } = nameOf(block);
		if (state === 'now') {
			if (low) {
				const first = widthOf(label, 'head', sizes.lit);
				const second = widthOf(count, 'plain', LEAST);
				const one = first + 9 + second <= room;
				return {
					id: block.id,
					x,
					width: one ? first + 9 + second : Math.max(first, second),
					height: one ? 22 : 38,
					lines: [
						{ text: label, face: 'head', size: sizes.lit, tone: 'red', dx: 0, dy: 17 },
						{
							text: count,
							face: 'plain',
							size: LEAST,
							tone: 'ink',
							dx: one ? first + 9 : 0,
							dy: one ? 17 : 34
						}
					]
				};
			}
			const long = block.id === evening.business ? words.eveningBusiness : '';
			const told = long
				? linesOf(long, 'plain', 14, Math.min(250, room - Math.max(0, x - pad) * 0.5))
				: [];
			const lines = [
				{ text: count, face: 'head' as const, size: sizes.count, tone: 'red' as const, dx: 0, dy: 29 },
				{ text: label, face: 'head' as const, size: sizes.lit, tone: 'red' as const, dx: 0, dy: 53 },
				...told.map((text, i) => ({
					text,
					face: 'plain' as const,
					size: 14,
					tone: 'ink' as const,
					dx: 0,
					dy: 74 + i * 18
				}))
			];
			return {
				id: block.id,
				x,
				width: Math.max(...lines.map(({ text, face, size }) => widthOf(text, face, size))),
				height: 60 + told.length * 18,
				lines
			};
		}
		if (low || inside(block, bandHeight)) return null;
		return {
			id: block.id,
			x,
			width: widthOf(label, 'head', sizes.name),
			height: 18,
			lines: [{ text: label, face: 'head', size: sizes.name, tone: 'ink', dx: 0, dy: 14 }]
		};
	};
	/** Lines of a label that has room in its block, or null. */
	function inside(block: EveningBlock, bandHeight: number): string[] | null {
		const box = boxes.get(block.id);
		if (!box || low) return null;
		const lines = linesOf(block.label, 'head', sizes.name, box.width - 14);
		const tall = lines.length * 18 + 26 <= bandHeight;
		return tall && fits(lines, 'head', sizes.name, box.width - 14) ? lines : null;
	}

	const untoldBox = boxes.get('untold');
	const untoldThread = threads.find(({ beat }) => beat === evening.untold);
	const untoldNow = evening.untold === scene.beat;
	const untoldLabel: Label | null =
		untoldBox && untoldThread && (!low || untoldNow)
			? {
					id: 'untold',
					x: untoldBox.x + untoldBox.width / 2,
					width: widthOf(words.eveningNotTold, 'plain', 14),
					height: 18,
					lines: [
						{ text: words.eveningNotTold, face: 'plain', size: 14, tone: 'ink', dx: 0, dy: 13 }
					]
				}
			: null;

	const hangAll = (bandHeight: number) => {
		const labels = evening.blocks.flatMap((block, i) => {
			const label = labelOf(block, stateOf(block), bandHeight);
			const between = evening.threads.find(({ beat }) => beat === evening.untold)?.after === i + 1;
			return [...(label ? [label] : []), ...(between && untoldLabel ? [untoldLabel] : [])];
		});
		const flags = hang(labels, {
			top: bandTop + bandHeight + (low ? 5 : 12),
			from: pad,
			to: width - pad,
			post: loopX
		});
		return { labels, flags };
	};
	const loopRoom = looksBack ? (low ? 24 : 40) : 0;
	const lowest = (flags: readonly { readonly box: Rect }[]) =>
		Math.max(0, ...flags.map(({ box }) => box.y + box.height)) + loopRoom;
	// The band takes what its labels leave.
	let bandHeight = low ? 84 : clamp(bandRoom * 0.3, 60, 140);
	let hung = hangAll(bandHeight);
	const least = low ? 16 : 36;
	while (
		Math.max(lowest(hung.flags), bandTop + bandHeight + loopRoom) > bottom - 6 &&
		bandHeight > least
	) {
		bandHeight = Math.max(least, bandHeight - 4);
		hung = hangAll(bandHeight);
	}
	const bandBottom = bandTop + bandHeight;

	const blocks = evening.blocks.flatMap((block): EveningShape[] => {
		const at = boxes.get(block.id);
		if (!at) return [];
		const state = stateOf(block);
		const box = { ...at, y: bandTop, height: bandHeight };
		const flag = hung.flags.find(({ id }) => id === block.id);
		const label = hung.labels.find(({ id }) => id === block.id);
		const within = state === 'read' ? inside(block, bandHeight) : null;
		const texts: EveningText[] = [];
		if (flag && label) {
			for (const { dx, dy, ...line } of label.lines) {
				texts.push({ ...line, x: flag.box.x + dx, y: flag.box.y + dy, anchor: 'start' });
			}
		} else if (within) {
			texts.push(
				...write(within, [box.x + 7, bandBottom - 9 - (within.length - 1) * 18], { face: 'head', size: sizes.name }, 18)
			);
			const { count } = nameOf(block);
			if (widthOf(count, 'plain', LEAST) <= box.width - 12 && within.length * 18 + 44 <= bandHeight) {
				texts.push(...write([count], [box.x + 7, bandTop + 20], { tone: 'soft' }, leading));
			}
		}
		return [
			{
				id: block.id,
				label: block.label,
				beat: block.beats[0]?.id ?? '',
				state,
				box,
				hatch: state === 'read' ? hatch(box, low ? 7 : 9) : '',
				leader: flag ? pathOf([[flag.x, bandBottom], [flag.x, leaderEnd(flag.box)]]) : '',
				texts,
				touch: flag ? flag.box : null
			}
		];
	});

	// Monday, from where it first breaks in.
	const falls: EveningFall[] = [];
	let monday = '';
	let beyond = '';
	if (threads.length > 0) {
		monday = pathOf([[x0, mondayY], [expected ? ringX : x1, mondayY]]);
		texts.push(
			...write(
				[words.eveningMonday.toLocaleUpperCase(words.lang)],
				[x0, mondayY - 9],
				{ face: 'head', size: capsSize },
				leading
			)
		);
	}
	const xOf = ({ after, beat }: EveningThread) => {
		if (beat === evening.untold && untoldBox) return untoldBox.x + untoldBox.width / 2;
		const next = evening.blocks[after];
		const box = next && boxes.get(next.id);
		return box ? box.x - GAP.thread / 2 : afterX;
	};
	threads.forEach((thread, i) => {
		const now = thread.beat === scene.beat;
		const x = xOf(thread);
		const end = bandTop - 3;
		let labels: EveningText[] = [];
		if (now || !low) {
			const size = now ? (low ? 15 : 17) : 14;
			const face = now ? 'head' : 'plain';
			const next = threads[i + 1];
			const right = (next ? xOf(next) - 8 : width - pad) - x - 8;
			const left = x - 8 - (threads[i - 1] ? xOf(threads[i - 1] as EveningThread) + 8 : pad);
			const start = linesOf(thread.label, face, size, right);
			const far = linesOf(thread.label, face, size, left);
			const toStart = start.length <= far.length && fits(start, face, size, right);
			labels = write(
				toStart ? start : far,
				[toStart ? x + 8 : x - 8, mondayY + size + 4],
				{ anchor: toStart ? 'start' : 'end', face, size, tone: now ? 'red' : 'ink' },
				size + 2
			);
		}
		falls.push({
			beat: thread.beat,
			label: thread.label,
			now,
			x,
			y: mondayY,
			line: pathOf([[x, mondayY], [x, end - 6]]),
			head: `M${x - 4.5} ${end - 8}H${x + 4.5}L${x} ${end}Z`,
			texts: labels,
			touch: null
		});
	});

	if (expected) {
		sign('expected', [ringX, mondayY], low ? 7 : 9, expected.beat === scene.beat);
		texts.push(
			...write(
				[words.eveningExpected],
				[width - pad, mondayY - (low ? 11 : 14)],
				{
					anchor: 'end',
					size: low ? LEAST : 14,
					tone: expected.beat === scene.beat ? 'red' : 'ink'
				},
				leading
			)
		);
	}
	if (over) {
		beyond = pathOf([[ringX + 12, mondayY], [width - pad - 12, mondayY]]);
	}

	// Sunday's own name, and the hours at both ends.
	const posts = [x0, x1].map((x) =>
		pathOf([[x, bandTop - 10], [x, bandBottom + (low ? 3 : 6)]])
	);
	const ended = threads.some(({ after }) => after >= evening.blocks.length) || scene.clock === 'midnight';
	sign('worked-out', [x0, bandTop - 14], low ? 5 : 7);
	sign('told', [x1, bandTop - 14], low ? 5 : 7);
	if (!narrow) {
		const middle = (lines: readonly string[]) => bandTop + bandHeight / 2 + 5 - ((lines.length - 1) * 17) / 2;
		texts.push(
			...write(seven, [x0 - 12, middle(seven)], { anchor: 'end', size: besideSize }, 17),
			...write(midnight, [x1 + 12, middle(midnight)], { size: besideSize }, 17)
		);
	}
	void ended;
	const sunday = words.eveningSunday.toLocaleUpperCase(words.lang);
	texts.push(
		...write([sunday], [x0 + 14, bandTop - 8], { face: 'head', size: capsSize }, leading)
	);

	// What is not told, and the other day.
	const untoldFlag = hung.flags.find(({ id }) => id === 'untold');
	if (untoldFlag) {
		for (const { dx, dy, ...line } of untoldLabel?.lines ?? []) {
			texts.push({ ...line, x: untoldFlag.box.x + dx, y: untoldFlag.box.y + dy, anchor: 'start' });
		}
	}
	let loop: EveningDrawing['loop'] = null;
	if (looksBack && loopX !== null) {
		const now = lit.includes(lookingBack.id) && own.some(({ id }) => id === lookingBack.id);
		const y = Math.max(lowest(hung.flags) - loopRoom, bandBottom) + loopRoom - (low ? 8 : 14);
		const size = now && !low ? 20 : 16;
		const label = words.eveningBack;
		const labelWidth = widthOf(label, 'head', size);
		const bend = Math.min(18, y - bandBottom);
		const end = pad + 6;
		loop = {
			line: `M${loopX} ${bandBottom}V${y - bend}Q${loopX} ${y} ${loopX - bend} ${y}H${end + 8}`,
			head: `M${end} ${y}L${end + 9} ${y - 5}V${y + 5}Z`,
			now
		};
		texts.push(
			...write(
				[label],
				[Math.min(end + 14, loopX - bend - labelWidth), y - 6],
				{ face: 'head', size, tone: now ? 'red' : 'ink' },
				leading
			)
		);
	}
	if (over) {
		texts.push(
			...write(['?'], [width - pad, mondayY + 14], { anchor: 'end', face: 'head', size: 46, tone: 'red' }, leading)
		);
	}

	return {
		size: { width, height },
		scale,
		direction,
		blocks,
		untold:
			untoldBox && untoldThread
				? {
						box: { ...untoldBox, y: bandTop, height: bandHeight },
						leader: untoldFlag
							? pathOf([[untoldFlag.x, bandBottom], [untoldFlag.x, leaderEnd(untoldFlag.box)]])
							: '',
						now: untoldNow
					}
				: null,
		monday,
		beyond,
		falls,
		posts,
		signs,
		loop,
		texts
	};
}

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);
const endOf = (box: { x: number; width: number } | undefined) => (box ? box.x + box.width : 0);
const leaderEnd = ({ y }: Rect) => y + 1;

/** Blocks along the band, long as their words; and the gap for what is not told, under `untold`. */
function along(
	blocks: readonly EveningBlock[],
	threads: readonly EveningThread[],
	untold: string,
	from: number,
	to: number
): Map<string, { x: number; width: number; y: number; height: number }> {
	const gapAfter = (count: number) => {
		const thread = threads.find(({ after }) => after === count);
		if (!thread) return GAP.block;
		return thread.beat === untold ? GAP.untold : GAP.thread;
	};
	const gaps = blocks.slice(1).reduce((sum, _, i) => sum + gapAfter(i + 1), 0);
	const words = blocks.reduce((sum, block) => sum + block.words, 0);
	const perWord = (to - from - gaps) / words;
	const boxes = new Map<string, { x: number; width: number; y: number; height: number }>();
	let x = from;
	blocks.forEach((block, i) => {
		const width = block.words * perWord;
		boxes.set(block.id, { x, width, y: 0, height: 0 });
		const gap = gapAfter(i + 1);
		if (gap === GAP.untold) {
			boxes.set('untold', { x: x + width + 3, width: gap - 6, y: 0, height: 0 });
		}
		x += width + gap;
	});
	return boxes;
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
