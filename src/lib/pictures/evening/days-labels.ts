import type { Rect } from '$lib/globe/camera/geometry';
import type { PictureWords } from '$lib/model/picture-words';
import type { DayEvent, EveningDays } from '$lib/model/pictures';
import { formatMessage } from '$lib/model/words';
import { HOURS, sided, spanOf, type Axis, type Part } from './days-axis';
import type { Manner } from './days-manner';
import { hang, type Flag } from './flags';
import { pathOf } from './hatch';
import { evenLines, linesOf, widthOf } from './lettering';
import { LEAST, signAt, write, type EveningSign, type EveningText, type Span } from './shapes';

/** A label of an event: its lines, from the top of its box. */
interface Label {
	readonly id: string;
	readonly x: number;
	readonly width: number;
	readonly height: number;
	readonly texts: readonly EveningText[];
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

const saidOf = ({ label, doubt }: DayEvent, words: PictureWords): string =>
	doubt ? formatMessage(words, 'daysDoubt', { event: label, confidence: doubt }) : label;

/** By how much the hour of a label is larger than its words, CSS px. */
const HOUR = 4;
const WHEN_SIZE = 14;

const lettered = (
	text: string,
	size: number,
	wide: number,
	tone: EveningText['tone'] = 'ink'
): Lines =>
	evenLines(text, 'head', size, wide).map((line) => ({ text: line, face: 'head', size, tone }));

function labelOf(
	event: DayEvent,
	{ label: size, when }: Manner,
	words: PictureWords,
	{ xAt, dayLength }: Pick<Axis, 'xAt' | 'dayLength'>
): Label {
	const { id, clock, from, to } = event;
	const wide = roomOf(dayLength);
	// A quarter of the way: a whole day is next to the end, which has a label too.
	return boxed(id, xAt(to ? from + (to - from) / 4 : from), [
		...(clock ? lettered(clock, size + HOUR, wide, 'red') : []),
		...lettered(saidOf(event, words), size, wide),
		...(when
			? linesOf(event.when, 'plain', WHEN_SIZE, wide).map((text) => ({
					text,
					face: 'plain' as const,
					size: WHEN_SIZE,
					tone: 'soft' as const
				}))
			: [])
	]);
}

/** How wide a label may be, CSS px. */
const roomOf = (dayLength: number) => dayLength * 0.98;

/** Labels of what happened in Washington, which stand over the names of the days. */
export const labelsOver = (
	days: EveningDays,
	manner: Manner,
	words: PictureWords,
	axis: Pick<Axis, 'xAt' | 'dayLength'>
): Label[] => sided(days, 'washington').map((event) => labelOf(event, manner, words, axis));

/** What happened, each at its place on the band: over it what happened in Washington, under it the rest and the end. */
export function hangLabels(
	over: readonly Label[],
	manner: Manner,
	words: PictureWords,
	days: EveningDays,
	axis: Axis
): Part {
	const { width, pad, end, dayLength, namesTop, lane, band, bottom, r } = axis;
	const texts: EveningText[] = [];
	const leaders: string[] = [];
	const bandBottom = band.top + band.tall;
	const ends = boxed('end', end + 16, [
		...lettered(days.end.day, manner.label + HOUR, roomOf(dayLength), 'red'),
		...lettered(days.end.label, manner.label, roomOf(dayLength) * 0.7)
	]);
	const under = [
		...sided(days, 'havana').map((event) => labelOf(event, manner, words, axis)),
		ends
	];
	const flags = besides(under, { top: bandBottom + 18, from: pad, to: width - pad });
	for (const { id, x, box } of flags) {
		texts.push(...placedAt(under, id, box));
		leaders.push(
			pathOf([
				[x, id === 'end' ? band.middle : bandBottom],
				[x, box.y]
			])
		);
	}
	for (const { id, x, height, width: wide } of over) {
		texts.push(...placedAt(over, id, { x: x - 3, y: namesTop - 6 - height, width: wide, height }));
		leaders.push(
			pathOf([
				[x, namesTop - 4],
				[x, lane.middle - r]
			])
		);
	}
	const lowest = Math.max(...flags.map(({ box }) => box.y + box.height));
	const uncrossed = flags.every(({ id, box: { x: left, y, width: wide } }) =>
		flags.every(
			(other) =>
				other.id === id || other.box.y <= y || other.x < left - 4 || other.x > left + wide + 4
		)
	);
	const apart = over.every(
		({ x, width: wide }, i) => x + wide < (over[i + 1]?.x ?? width - pad + 12) - 12
	);
	return { texts, leaders, lowest, fitting: lowest <= bottom - 6 && uncrossed && apart };
}

/** What happened as a list, one row an event, with the sign of its hour. */
export function listOf(
	manner: Manner,
	words: PictureWords,
	days: EveningDays,
	{ pad: from, width, band, bottom }: Axis
): Part {
	const { label: size, few = false, short = false, gap = 0 } = manner;
	const texts: EveningText[] = [];
	const signs: EveningSign[] = [];
	const spans: Span[] = [];
	const dayOf = (index: number) => days.days[index]?.[short ? 'short' : 'name'] ?? '';
	const dayWide = Math.max(...days.days.map((_, i) => widthOf(dayOf(i), 'head', size))) + 8;
	const textX = from + dayWide + 18;
	const room = width - 2 * from;
	let y = band.top + band.tall + 6;
	let last = -1;
	const row = (day: string, clock: string, said: string, when: string) => {
		const clockWide = clock ? widthOf(clock, 'head', size) + 7 : 0;
		const lines = evenLines(said, 'head', size, from + room - textX - clockWide);
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
		y += gap;
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
		if (hour === 'unknown')
			spans.push(spanOf({ x: x - 5, y: middle - 5, width: 10, height: 10 }, 4));
		else signs.push(signAt(hour, [x, middle], 4.5));
	}
	const middle = row('', days.end.day, days.end.label, '');
	const arrow = `M${textX - 16} ${middle}h11m-4 -4l4 4l-4 4`;
	return { texts, signs, spans, leaders: [arrow], lowest: y, fitting: y <= bottom };
}
