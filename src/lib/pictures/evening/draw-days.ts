import type { Rect } from '$lib/globe/camera/geometry';
import type { EveningTold } from '$lib/model/evening';
import { isRightToLeft } from '$lib/model/languages';
import type { DayEvent, EveningDays } from '$lib/model/pictures';
import { formatMessage } from '$lib/model/words';
import type { PictureInput } from '../picture';
import { hang, type Flag } from './flags';
import { hatch, pathOf } from './hatch';
import { evenLines, fits, linesOf, widthOf } from './lettering';
import {
	LEAST,
	signAt,
	write,
	type EveningDrawing,
	type EveningShape,
	type EveningSign,
	type EveningText,
	type Span
} from './shapes';

const HOURS = 24;

/** How much a picture of this size has room for. */
interface Manner {
	/** Labels hang at the band, over it what happened in Washington; otherwise they are a list under it. */
	readonly hung: boolean;
	/** Lettering of the labels, CSS px. */
	readonly label: number;
	/** Where and when it was stands under each label. */
	readonly when: boolean;
	readonly title: number;
	/** The key to the signs, and the rule of the band's length. */
	readonly key: boolean;
	readonly rule: boolean;
	/** Days of the list are numbers alone. */
	readonly short?: boolean;
	/** What has no hour is not named. */
	readonly few?: boolean;
	/** So much lower stands everything under the title, CSS px. */
	readonly drop?: number;
	/** Drawn even where it has no room. */
	readonly forced?: boolean;
}

const HUNG: readonly Manner[] = [
	{ hung: true, label: 22, when: true, title: 32, key: true, rule: true },
	{ hung: true, label: 22, when: false, title: 32, key: true, rule: true },
	{ hung: true, label: 19, when: false, title: 32, key: true, rule: true },
	{ hung: true, label: 17, when: false, title: 26, key: true, rule: true }
];
const LISTED: readonly Manner[] = [
	{ hung: false, label: 19, when: true, title: 26, key: true, rule: true },
	{ hung: false, label: 17, when: true, title: 21, key: true, rule: true },
	{ hung: false, label: 18, when: false, title: 21, key: true, rule: true },
	{ hung: false, label: 16, when: false, title: 21, key: true, rule: true },
	{ hung: false, label: 15, when: false, title: 21, key: true, rule: false },
	{ hung: false, label: 15, when: false, title: 0, key: true, rule: false },
	{ hung: false, label: 14, when: false, title: 0, key: false, rule: false, short: true },
	{ hung: false, label: 13, when: false, title: 0, key: false, rule: false, short: true },
	{
		hung: false,
		label: 13,
		when: false,
		title: 0,
		key: false,
		rule: false,
		short: true,
		few: true,
		forced: true
	}
];
/** The sizes that the two manners are made for; in larger pictures everything grows, at most so much. */
const MADE_FOR = {
	hung: { width: 860, height: 480, most: 1.6 },
	listed: { width: 390, height: 290, most: 1.6 }
} as const;
/** From this size on labels hang at the band, CSS px at scale 1. */
const HUNG_PX = { width: 800, height: 380 } as const;

/**
 * Draws what comes after the evening: the evening short and pale, and behind it the days of which the telegram knows nothing.
 * Before the reader has guessed the days are empty; then the same band goes on through them.
 */
export function drawDays(
	input: PictureInput,
	told: EveningTold,
	days: EveningDays
): EveningDrawing {
	const { size, scale } = input;
	const width = size.width / scale;
	const height = size.height / scale;
	const grown = ({ width: w, height: h, most }: (typeof MADE_FOR)['hung' | 'listed']) => ({
		...input,
		scale: scale * Math.min(Math.max(1, Math.min(width / w, height / h)), most)
	});
	const wide = width >= HUNG_PX.width && height >= HUNG_PX.height;
	const tries = [
		...(wide ? HUNG.map((manner) => [grown(MADE_FOR.hung), manner] as const) : []),
		...LISTED.map((manner) => [grown(MADE_FOR.listed), manner] as const)
	];
	for (const [as, manner] of tries) {
		const answer = drawIn({ ...as, answered: true }, told, days, manner);
		if (!answer) continue;
		// The question has the place of its answer, so that the band goes on where it stopped.
		const drop = manner.hung ? answer.spare * DROPPED : 0;
		return drawIn(as, told, days, { ...manner, drop, forced: true })?.drawing ?? answer.drawing;
	}
	throw new Error('The last way to draw the days always has room.');
}

/** Of the room that is left under the labels, how much stands over the band. */
const DROPPED = 0.4;

/** A label of an event: its lines, from the top of its box. */
interface Label {
	readonly id: string;
	readonly x: number;
	readonly width: number;
	readonly height: number;
	readonly texts: readonly EveningText[];
}

/** The question and the answer are laid out alike, so that the band of one goes on in the other; null without room for either. */
function drawIn(
	input: PictureInput,
	told: EveningTold,
	days: EveningDays,
	manner: Manner
): { readonly drawing: EveningDrawing; /** CSS px */ readonly spare: number } | null {
	const { pictures, scale, answered = false } = input;
	const { evening, words } = pictures;
	const { hung } = manner;
	const width = input.size.width / scale;
	const height = input.size.height / scale;
	const pad = hung ? 24 : 12;
	const room = width - 2 * pad;
	const capitals = (text: string) => text.toLocaleUpperCase(words.lang);
	const texts: EveningText[] = [];
	const signs: EveningSign[] = [];
	const spans: Span[] = [];
	const leading = 17;

	// Along the band: the evening, and the days behind midnight.
	const x0 = pad + 1;
	const midnight = x0 + Math.max(room * (hung ? 0.2 : 0.23), 62);
	const end = width - pad - (hung ? 34 : 18);
	const dayLength = (end - midnight) / days.days.length;
	const xAt = (hours: number) => midnight + (hours / HOURS) * dayLength;
	const planned = days.events.find(({ hour }) => hour === 'expected');
	const ringX = xAt(planned?.from ?? 0);

	// From the bottom: the rule of its length, the key to the signs.
	const rule = manner.rule ? evenLines(words.daysRule, 'plain', LEAST, room) : [];
	const key = manner.key ? keyRows(words, room, answered) : [];
	let bottom = height - (hung ? 14 : 6) - rule.length * leading;
	texts.push(...write(rule, [pad, bottom + 13], { tone: 'soft' }));
	bottom -= key.length * leading + (key.length > 0 ? 4 : 0);
	key.forEach((row, i) => {
		for (const { kind, text, at } of row) {
			const y = bottom + 13 + i * leading;
			const middle = y - 4.5;
			if (kind === 'unknown') spans.push(spanAt([pad + at, middle - 5, 12, 10], 4));
			else signs.push(signAt(kind, [pad + at + 6, middle], 5));
			texts.push(...write([text], [pad + at + 17, y], {}));
		}
	});

	// From the top: title, names of the days, what happened in Washington, the band.
	let y = hung ? 20 : 7;
	if (manner.title > 0) {
		const lines = linesOf(words.daysTitle, 'head', manner.title, room);
		texts.push(
			...write(
				lines,
				[pad, y + manner.title * 0.8],
				{ face: 'head', size: manner.title },
				manner.title
			)
		);
		y += lines.length * manner.title + (hung ? 16 : 3);
	}
	const capsSize = hung ? 18 : 14;

	const lettered = (text: string, size: number, wide: number, tone: EveningText['tone'] = 'ink') =>
		evenLines(text, 'head', size, wide).map((line) => ({
			text: line,
			face: 'head' as const,
			size,
			tone
		}));
	const labelOf = (event: DayEvent, wide: number): Label => {
		const { id, clock, from, to } = event;
		// A quarter of the way: a whole day is next to the end, which has a label too.
		return boxed(id, xAt(to ? from + (to - from) / 4 : from), [
			...(clock ? lettered(clock, manner.label + 4, wide, 'red') : []),
			...lettered(saidOf(event, words), manner.label, wide),
			...(manner.when
				? linesOf(event.when, 'plain', 14, wide).map((text) => ({
						text,
						face: 'plain' as const,
						size: 14,
						tone: 'soft' as const
					}))
				: [])
		]);
	};
	const sided = (side: DayEvent['side']) => days.events.filter((event) => event.side === side);

	const labelRoom = dayLength * 0.98;
	const over = hung ? sided('washington').map((event) => labelOf(event, labelRoom)) : [];
	const overTall = Math.max(0, ...over.map(({ height: tall }) => tall));
	y += (overTall > 0 ? overTall + 12 : 0) + (manner.drop ?? 0);
	const namesTop = y;
	const nameY = y + capsSize * 0.8;
	const sunday = capitals(words.eveningSunday);
	if (widthOf(sunday, 'head', capsSize) < midnight - x0 - 6) {
		texts.push(...write([sunday], [x0, nameY], { face: 'head', size: capsSize }));
	}
	const whole = days.days.every(
		({ name }) => widthOf(capitals(name), 'head', capsSize) < dayLength - 8
	);
	days.days.forEach(({ name, short }, i) => {
		const text = whole ? capitals(name) : short;
		texts.push(...write([text], [xAt(i * HOURS) + 4, nameY], { face: 'head', size: capsSize }));
	});
	y += capsSize + (hung ? 6 : 2);

	const laneTall = hung ? 26 : 14;
	const laneTop = y;
	const bandTop = laneTop + laneTall + (hung ? 8 : 4);

	const below = bottom - bandTop;
	const tall = hung
		? Math.min(110, Math.max(48, below * 0.36))
		: Math.min(96, Math.max(24, below * (manner.when ? 0.22 : 0.2)));
	const bandBottom = bandTop + tall;
	const middle = bandTop + tall / 2;
	const laneMiddle = laneTop + laneTall / 2;
	const r = hung ? 8 : 5;

	// The evening, short and pale: of its subjects only his business is lit.
	const total = evening.blocks.reduce((sum, block) => sum + block.words, 0);
	let from = x0;
	let business = { label: '', box: { x: x0, y: bandTop, width: 0, height: tall } };
	const blocks = evening.blocks.map((block): EveningShape => {
		const length = ((midnight - x0) * block.words) / total;
		const state = told.stateOf(block);
		const box: Rect = { x: from, y: bandTop, width: Math.max(1, length - 1), height: tall };
		if (block.id === evening.business) business = { label: block.label, box };
		from += length;
		return {
			id: block.id,
			label: block.label,
			beat: block.beats[0]?.id ?? '',
			state,
			box,
			hatch: state === 'now' ? '' : hatch(box, hung ? 9 : 7),
			leader: '',
			texts: [],
			touch: null,
			pressed: false
		};
	});

	// Monday until the hour that he expects; then the days, empty or known.
	const writing: Rect = { x: midnight, y: bandTop, width: ringX - midnight, height: tall };
	spans.push({ box: writing, hatch: hatch(writing, hung ? 9 : 7), kind: 'told' });
	const cells = days.days.map((_, i): Rect => {
		const begin = i === 0 ? ringX : xAt(i * HOURS);
		return {
			x: begin + 1.5,
			y: bandTop,
			width: xAt((i + 1) * HOURS) - begin - 3,
			height: tall
		};
	});
	signs.push(signAt('told', [midnight, bandTop - r - 3], r));
	const hourSize = hung ? 16 : LEAST;
	const inside = (text: string, face: EveningText['face'], size: number, wide: number) =>
		widthOf(text, face, size) < wide ? [text] : [];
	const monday = capitals(words.eveningMonday);
	texts.push(
		...write(
			inside(words.eveningMidnight, 'plain', hourSize, midnight - r - 8 - x0),
			[midnight - r - 8, laneMiddle + hourSize * 0.34],
			{ anchor: 'end', size: hourSize }
		),
		...write(inside(monday, 'head', 15, writing.width - 12), [midnight + 7, bandBottom - 8], {
			face: 'head',
			size: 15
		})
	);

	if (answered) {
		for (const event of days.events) {
			const { side, hour, from: begin, to } = event;
			const [top, deep] = side === 'havana' ? [bandTop, tall] : [laneTop, laneTall];
			const centre = side === 'havana' ? middle : laneMiddle;
			const [x, until] = [xAt(begin), xAt(to ?? begin)];
			if (hour === 'unknown') spans.push(spanAt([x, top, until - x, deep], hung ? 9 : 6));
			else if (to !== null) {
				spans.push({
					box: { x, y: top, width: until - x, height: deep },
					hatch: '',
					kind: 'lasts'
				});
				if (hung) signs.push(signAt('told', [until, centre], r));
			}
			if (hour !== 'unknown') signs.push(signAt(hour, [x, centre], r, true));
		}
		// Its name stands behind its last sign.
		const size = hung ? 16 : LEAST;
		const last = Math.max(...sided('washington').map(({ from, to }) => to ?? from));
		const name = linesOf(words.daysWashington, 'plain', size, end - xAt(last) - r - 8);
		if (name.length === 1) {
			texts.push(
				...write(name, [xAt(last) + r + 8, laneMiddle + size * 0.34], { size, tone: 'soft' })
			);
		}
	} else {
		signs.push(signAt('expected', [ringX, middle], r, true));
		const expected = inside(words.eveningExpected, 'plain', hourSize, ringX - 4);
		texts.push(
			...write(expected, [ringX, bandBottom + (hung ? 26 : 17)], { anchor: 'end', size: hourSize })
		);
	}

	let fitting = true;
	let lowest = bottom;
	const leaders: string[] = [];
	if (!answered) {
		const free = bottom - bandBottom;
		const query = Math.min((free - 8) / 0.85, hung ? 340 : 320);
		const queryX = ringX + r + 6;
		const queryY = bandBottom + (free - query * 0.85) / 2 + query * 0.7;
		const sayX = queryX + widthOf('?', 'head', query) + (hung ? 34 : 12);
		const sayRoom = width - pad - sayX;
		const size = [44, 34, 28, 24, 20, 17, 15].find((one) => {
			const lines = evenLines(days.question, 'head', one, sayRoom);
			return (
				fits(lines, 'head', one, sayRoom) && lines.length * one < free - 10 && lines.length < 4
			);
		});
		const lines = evenLines(days.question, 'head', size ?? 15, sayRoom);
		texts.push(
			...write(['?'], [queryX, queryY], { face: 'head', size: query, tone: 'red' }),
			...write(
				size ? lines : [],
				[sayX, bandBottom + free / 2 + (size ?? 0) * 0.35 - ((lines.length - 1) * (size ?? 0)) / 2],
				{ face: 'head', size: size ?? 15 },
				size
			)
		);
		// What the line begins with.
		const { label, box } = business;
		const named = hung ? 24 : 16;
		const at = bandBottom + (hung ? 64 : 38);
		if (at < bottom - 4 && box.x + widthOf(label, 'head', named) < queryX - 8) {
			const x = box.x + box.width / 2;
			texts.push(...write([label], [box.x, at], { face: 'head', size: named, tone: 'red' }));
			const expectedX = ringX - widthOf(words.eveningExpected, 'plain', hourSize);
			if (x < expectedX - 3)
				leaders.push(
					pathOf([
						[x, bandBottom],
						[x, at - named * 0.8]
					])
				);
		}
		fitting = free > 60;
	} else if (hung) {
		const ends = boxed('end', end + 16, [
			...lettered(days.end.day, manner.label + 4, labelRoom, 'red'),
			...lettered(days.end.label, manner.label, labelRoom * 0.7)
		]);
		const under = [...sided('havana').map((event) => labelOf(event, labelRoom)), ends];
		const top = bandBottom + 18;
		const flags = besides(under, { top, from: pad, to: width - pad });
		for (const { id, x, box } of flags) {
			texts.push(...placedAt(under, id, box));
			leaders.push(
				pathOf([
					[x, id === 'end' ? middle : bandBottom],
					[x, box.y]
				])
			);
		}
		for (const { id, x, height: deep, width: wide } of over) {
			const box = { x: x - 3, y: namesTop - 6 - deep, width: wide, height: deep };
			texts.push(...placedAt(over, id, box));
			leaders.push(
				pathOf([
					[x, namesTop - 4],
					[x, laneMiddle - r]
				])
			);
		}
		lowest = Math.max(...flags.map(({ box }) => box.y + box.height));
		fitting =
			lowest <= bottom - 6 &&
			flags.every(({ id, box: { x: left, y, width: wide } }) =>
				flags.every(
					(other) =>
						other.id === id || other.box.y <= y || other.x < left - 4 || other.x > left + wide + 4
				)
			) &&
			over.every(({ x, width: wide }, i) => x + wide < (over[i + 1]?.x ?? width - pad + 12) - 12);
	} else {
		const rows = listOf(manner, words, days, { from: pad, room, top: bandBottom + 6, answered });
		texts.push(...rows.texts);
		signs.push(...rows.signs);
		spans.push(...rows.spans);
		leaders.push(...rows.arrows);
		fitting = rows.bottom <= bottom;
	}
	if (!fitting && !manner.forced) return null;

	const tip = width - pad;
	const drawing: EveningDrawing = {
		size: { width, height },
		scale,
		direction: isRightToLeft(words.lang) ? 'rtl' : 'ltr',
		blocks,
		untold: null,
		monday: '',
		falls: [],
		posts: [
			pathOf([
				[midnight, bandTop - 4],
				[midnight, bandBottom + 4]
			])
		],
		signs,
		loop: null,
		texts,
		days: {
			answered,
			cells,
			spans,
			leaders,
			line: pathOf([
				[business.box.x + business.box.width, middle],
				[answered ? tip - 8 : ringX - r, middle]
			]),
			head: answered ? `M${tip} ${middle}l-11 -6v12Z` : ''
		}
	};
	return { drawing, spare: bottom - lowest };
}

type Lines = readonly Pick<EveningText, 'text' | 'face' | 'size' | 'tone'>[];

function boxed(id: string, x: number, lines: Lines): Label {
	let y = 0;
	const texts = lines.map((line): EveningText => {
		y += line.size + (line.face === 'head' ? 2 : 4);
		return { ...line, x: 0, y: y - line.size * 0.22, anchor: 'start' };
	});
	const width = Math.max(0, ...lines.map(({ text, face, size }) => widthOf(text, face, size)));
	return { id, x, width, height: y + 2, texts };
}

const placedAt = (labels: readonly Label[], id: string, { x, y }: Rect): EveningText[] =>
	(labels.find((label) => label.id === id)?.texts ?? []).map((text) => ({
		...text,
		x: x + text.x,
		y: y + text.y
	}));

/**
 * Labels under the band, all as high as the first: at the end of their leader and at its start by turns, so that two that are
 * near have room on both sides. Where they have none, one hangs lower than the other.
 */
function besides(
	labels: readonly Label[],
	{ top, from, to }: { top: number; from: number; to: number }
): Flag[] {
	const flags = labels.map(({ id, x, width, height }, i): Flag => {
		const side = i % 2 === 0 || i === labels.length - 1 ? 'end' : 'start';
		const left = side === 'end' ? x + 3 - width : x - 3;
		return { id, x, width, height, side, box: { x: left, y: top, width, height } };
	});
	const clear = flags.every(
		({ box }, i) =>
			box.x >= from &&
			box.x + box.width <= to &&
			box.x + box.width + 10 <= (flags[i + 1]?.box.x ?? Infinity)
	);
	return clear ? flags : hang(labels, { top, from, to, post: null });
}

const saidOf = ({ label, doubt }: DayEvent, words: PictureInput['pictures']['words']): string =>
	doubt ? formatMessage(words, 'daysDoubt', { event: label, confidence: doubt }) : label;

/** A stretch of which no more is known than that it happened in it. */
function spanAt(
	[x, y, width, height]: readonly [number, number, number, number],
	step: number
): Span {
	const box = { x, y, width, height };
	return { box, hatch: hatch(box, step), kind: 'unknown' };
}

/** What happened as a list, one row an event, with the sign of its hour. */
function listOf(
	manner: Manner,
	words: PictureInput['pictures']['words'],
	days: EveningDays,
	{ from, room, top }: { from: number; room: number; top: number; answered: boolean }
) {
	const { label: size, few = false, short = false } = manner;
	const texts: EveningText[] = [];
	const signs: EveningSign[] = [];
	const spans: Span[] = [];
	const arrows: string[] = [];
	const dayOf = (index: number) => days.days[index]?.[short ? 'short' : 'name'] ?? '';
	const dayWide = Math.max(...days.days.map((_, i) => widthOf(dayOf(i), 'head', size))) + 8;
	const textX = from + dayWide + 18;
	let y = top;
	let last = -1;
	const row = (day: string, clock: string, said: string, when: string) => {
		const clockWide = clock ? widthOf(clock, 'head', size) + 7 : 0;
		const lines = linesOf(said, 'head', size, from + room - textX - clockWide);
		const base = y + size * 0.92;
		texts.push(
			...write(day ? [day] : [], [from, base], { face: 'head', size, tone: 'soft' }),
			...write(clock ? [clock] : [], [textX, base], { face: 'head', size, tone: 'red' }),
			...write(lines, [textX + clockWide, base], { face: 'head', size }, size + 1)
		);
		const middle = base - size * 0.33;
		y += lines.length * (size + 1) + 1;
		if (manner.when && when) {
			const below = linesOf(when, 'plain', LEAST, from + room - textX);
			texts.push(...write(below, [textX, y + 11], { tone: 'soft' }, 16));
			y += below.length * 16 + 4;
		}
		return middle;
	};
	for (const event of days.events) {
		const { hour, clock, when } = event;
		if (few && hour === 'unknown') continue;
		const day = Math.floor(event.from / HOURS);
		const name = day === last ? '' : dayOf(day);
		const middle = row(name, clock, saidOf(event, words), when);
		last = day;
		const x = textX - 10;
		if (hour === 'unknown') spans.push(spanAt([x - 5, middle - 5, 10, 10], 4));
		else signs.push(signAt(hour, [x, middle], 4.5));
	}
	const middle = row('', days.end.day, days.end.label, '');
	arrows.push(`M${textX - 16} ${middle}h11m-4 -4l4 4l-4 4`);
	return { texts, signs, spans, arrows, bottom: y };
}

/** The signs with their words, in rows no wider than `room`, CSS px. */
function keyRows(words: PictureInput['pictures']['words'], room: number, answered: boolean) {
	const items = [
		{ kind: 'told' as const, text: words.daysTold },
		{ kind: 'expected' as const, text: words.daysExpected },
		...(answered ? [{ kind: 'unknown' as const, text: words.daysUnknown }] : [])
	];
	const rows: ((typeof items)[number] & { readonly at: number })[][] = [];
	let at = 0;
	for (const item of items) {
		const wide = 17 + widthOf(item.text, 'plain', LEAST);
		const last = rows.at(-1);
		if (!last || at + wide > room) {
			rows.push([{ ...item, at: 0 }]);
			at = wide + 16;
		} else {
			last.push({ ...item, at });
			at += wide + 16;
		}
	}
	return rows;
}
