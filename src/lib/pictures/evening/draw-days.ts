import type { Rect } from '$lib/globe/camera/geometry';
import type { EveningTold } from '$lib/model/evening';
import { isRightToLeft } from '$lib/model/languages';
import type { PictureWords } from '$lib/model/picture-words';
import type { Evening, EveningDays } from '$lib/model/pictures';
import type { PictureInput } from '../picture';
import { HOURS, sided, spanOf, stripe, type Axis, type Part } from './days-axis';
import { keyAt, keyRows } from './days-key';
import { hangLabels, labelsOver, listOf } from './days-labels';
import { HUNG, LISTED, type Manner } from './days-manner';
import { hatch, pathOf } from './hatch';
import { evenLines, fits, linesOf, widthOf, type Face } from './lettering';
import {
	bareBlock,
	LEAST,
	signAt,
	write,
	type EveningDrawing,
	type EveningShape,
	type EveningSign,
	type Span
} from './shapes';

/** The sizes that the two manners are made for; in larger pictures everything grows, at most so much. */
const MADE_FOR = {
	hung: { width: 860, height: 480, most: 1.6 },
	listed: { width: 390, height: 290, most: 1.6 }
} as const;
/** From this size on labels hang at the band, CSS px at scale 1. */
const HUNG_PX = { width: 800, height: 380 } as const;

/** Of the room that is left under the labels, how much stands over the band. */
const DROPPED = 0.25;
/** Between two rows of a list, at most, CSS px. */
const ROW_GAP = 14;

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
		const roomy = manner.hung
			? { drop: answer.spare * DROPPED }
			: { gap: Math.min(ROW_GAP, Math.max(0, answer.spare - 4) / (days.events.length + 1)) };
		return drawIn(as, told, days, { ...manner, ...roomy, forced: true })?.drawing ?? answer.drawing;
	}
	throw new Error('The last way to draw the days always has room.');
}

interface Drawn {
	readonly drawing: EveningDrawing;
	/** Between the last label and the key, CSS px. */
	readonly spare: number;
}

/** The question and the answer are laid out alike, so that the band of one goes on in the other; null without room for either. */
function drawIn(
	input: PictureInput,
	told: EveningTold,
	days: EveningDays,
	manner: Manner
): Drawn | null {
	const { pictures, scale, answered = false } = input;
	const { evening, words } = pictures;
	const { hung } = manner;
	const width = input.size.width / scale;
	const height = input.size.height / scale;
	// In wider pictures the spine of the words lies over the edge.
	const beside = width > 1.2 * MADE_FOR.listed.width;
	const pad = hung || beside ? 24 : 12;
	const room = width - 2 * pad;

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
	const rows = manner.key ? keyRows(words, room) : [];
	const ruleTop = height - (hung ? 14 : beside ? 12 : 6) - rule.length * LEADING;
	const bottom = ruleTop - rows.length * LEADING - (rows.length > 0 ? 4 : 0);

	// From the top: title, what happened in Washington with its labels, the band.
	const titleTop = hung ? 20 : 7;
	const title = manner.title > 0 ? linesOf(words.daysTitle, 'head', manner.title, room) : [];
	const over = hung ? labelsOver(days, manner, words, { xAt, dayLength }) : [];
	const overTall = Math.max(0, ...over.map((label) => label.height + 12));
	const namesTop =
		titleTop +
		(title.length > 0 ? title.length * manner.title + (hung ? 16 : 3) : 0) +
		overTall +
		(manner.drop ?? 0);
	const nameSize = hung ? 18 : 14;
	const lane = stripe(namesTop + nameSize + (hung ? 6 : 2), hung ? 26 : 14);
	const bandTop = lane.top + lane.tall + (hung ? 8 : 4);
	const below = bottom - bandTop;
	const band = stripe(
		bandTop,
		hung
			? Math.min(110, Math.max(48, below * 0.36))
			: Math.min(96, Math.max(24, below * (manner.when ? 0.22 : 0.2)))
	);
	const axis: Axis = {
		hung,
		width,
		pad,
		x0,
		midnight,
		end,
		dayLength,
		xAt,
		ringX,
		namesTop,
		lane,
		band,
		bottom,
		r: hung ? 8 : 5,
		hourSize: hung ? 16 : LEAST
	};

	const { blocks, business } = eveningIn(axis, evening, told);
	const parts: readonly Part[] = [
		{
			texts: [
				...write(
					title,
					[pad, titleTop + manner.title * 0.8],
					{ face: 'head', size: manner.title },
					manner.title
				),
				...write(rule, [pad, ruleTop + 13], { tone: 'soft' })
			]
		},
		keyAt(rows, [pad, bottom], answered),
		namesIn(axis, words, days, nameSize),
		untilThen(axis, words),
		...(answered
			? [
					happenedIn(axis, words, days),
					hung ? hangLabels(over, manner, words, days, axis) : listOf(manner, words, days, axis)
				]
			: [askedIn(axis, words, days, business)])
	];
	if (!manner.forced && parts.some(({ fitting }) => fitting === false)) return null;

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
				[midnight, band.top - 4],
				[midnight, band.top + band.tall + 4]
			])
		],
		signs: parts.flatMap(({ signs = [] }) => signs),
		loop: null,
		texts: parts.flatMap(({ texts }) => texts),
		days: {
			answered,
			cells: days.days.map((_, i): Rect => {
				const begin = i === 0 ? ringX : xAt(i * HOURS);
				const length = xAt((i + 1) * HOURS) - begin;
				return { x: begin + 1.5, y: band.top, width: length - 3, height: band.tall };
			}),
			spans: parts.flatMap(({ spans = [] }) => spans),
			leaders: parts.flatMap(({ leaders = [] }) => leaders),
			line: pathOf([
				[business.box.x + business.box.width, band.middle],
				[answered ? tip - 8 : ringX - axis.r, band.middle]
			]),
			head: answered ? `M${tip} ${band.middle}l-11 -6v12Z` : ''
		}
	};
	return { drawing, spare: bottom - Math.max(...parts.map(({ lowest = 0 }) => lowest)) };
}

/** From one line of the foot to the next, CSS px. */
const LEADING = 17;

/** The evening, short and pale: of its subjects only his business is lit, where the line begins. */
function eveningIn(
	{ x0, midnight, band, hung }: Axis,
	{ blocks, business }: Evening,
	told: EveningTold
) {
	const total = blocks.reduce((sum, block) => sum + block.words, 0);
	let from = x0;
	const shapes = blocks.map((block): EveningShape => {
		const length = ((midnight - x0) * block.words) / total;
		const state = told.stateOf(block);
		const box: Rect = { x: from, y: band.top, width: Math.max(1, length - 1), height: band.tall };
		from += length;
		return {
			...bareBlock(block, state, box),
			hatch: state === 'now' ? '' : hatch(box, stepOf(hung))
		};
	});
	const found = shapes.find(({ id }) => id === business);
	if (!found) throw new Error(`The evening has no subject “${business}”.`);
	return { blocks: shapes, business: found };
}

/** From one line of the hatching to the next, CSS px. */
const stepOf = (hung: boolean) => (hung ? 9 : 7);

/** A line of lettering where it has room, CSS px. */
const fitted = (text: string, face: Face, size: number, room: number): string[] =>
	widthOf(text, face, size) < room ? [text] : [];

/** Names of the days over their beginnings; numbers where they have no room. */
function namesIn(
	{ x0, midnight, xAt, dayLength, namesTop }: Axis,
	words: PictureWords,
	{ days }: EveningDays,
	size: number
): Part {
	const capitals = (text: string) => text.toLocaleUpperCase(words.lang);
	const y = namesTop + size * 0.8;
	const style = { face: 'head', size } as const;
	const whole = days.every(({ name }) => widthOf(capitals(name), 'head', size) < dayLength - 8);
	const sunday = fitted(capitals(words.eveningSunday), 'head', size, midnight - x0 - 6);
	return {
		texts: [
			...write(sunday, [x0, y], style),
			...days.flatMap(({ name, short }, i) =>
				write([whole ? capitals(name) : short], [xAt(i * HOURS) + 4, y], style)
			)
		]
	};
}

/** Midnight, and Monday until the hour that he expects. */
function untilThen(
	{ x0, midnight, ringX, lane, band, r, hourSize, hung }: Axis,
	words: PictureWords
): Part {
	const box: Rect = { x: midnight, y: band.top, width: ringX - midnight, height: band.tall };
	const besideSign = midnight - r - 8;
	const monday = words.eveningMonday.toLocaleUpperCase(words.lang);
	const size = 15;
	return {
		texts: [
			...write(
				fitted(words.eveningMidnight, 'plain', hourSize, besideSign - x0),
				[besideSign, lane.middle + hourSize * 0.34],
				{ anchor: 'end', size: hourSize }
			),
			...write(
				// Under the line through the band; in a low one the name of the day over it says the same.
				band.tall / 2 < size + 3 ? [] : fitted(monday, 'head', size, box.width - 12),
				[midnight + 7, band.top + band.tall - 8],
				{ face: 'head', size }
			)
		],
		signs: [signAt('told', [midnight, band.top - r - 3], r)],
		spans: [{ box, hatch: hatch(box, stepOf(hung)), kind: 'told' }]
	};
}

/** What happened, as signs on the band and over it. */
function happenedIn(axis: Axis, words: PictureWords, days: EveningDays): Part {
	const { xAt, lane, band, r, hourSize, hung, end } = axis;
	const signs: EveningSign[] = [];
	const spans: Span[] = [];
	for (const { side, hour, from, to } of days.events) {
		const { top, tall, middle } = side === 'havana' ? band : lane;
		const [x, until] = [xAt(from), xAt(to ?? from)];
		const box: Rect = { x, y: top, width: until - x, height: tall };
		if (hour === 'unknown') {
			spans.push(spanOf(box, hung ? 9 : 6));
			continue;
		}
		if (to !== null) spans.push({ box, hatch: '', kind: 'lasts' });
		if (to !== null && hung) signs.push(signAt('told', [until, middle], r));
		signs.push(signAt(hour, [x, middle], r, true));
	}
	// The name of the upper row stands behind its last sign.
	const last = xAt(Math.max(0, ...sided(days, 'washington').map(({ from, to }) => to ?? from)));
	const name = fitted(words.daysWashington, 'plain', hourSize, end - last - r - 8);
	return {
		signs,
		spans,
		texts: write(name, [last + r + 8, lane.middle + hourSize * 0.34], {
			size: hourSize,
			tone: 'soft'
		})
	};
}

/** Sizes of the question beside its mark, CSS px. */
const QUESTION_SIZES = [44, 34, 28, 24, 20, 17, 15] as const;
/** The room of a line of lettering, em: from the top of its capitals to below its baseline. */
const LINE = { above: 0.7, whole: 0.85 } as const;

/** The expected hour, and behind it the question mark. */
function askedIn(axis: Axis, words: PictureWords, days: EveningDays, business: EveningShape): Part {
	const { width, pad, ringX, band, bottom, r, hourSize, hung } = axis;
	const top = band.top + band.tall;
	const room = bottom - top;
	const centre = top + room / 2;
	const x = ringX + r + 6;
	const size = Math.min((room - 8) / LINE.whole, width - pad - x, 340);
	const signs = [signAt('expected', [ringX, band.middle], r, true)];
	const texts = [
		...write(['?'], [x, centre + size * (LINE.above - LINE.whole / 2)], {
			face: 'head',
			size,
			tone: 'red'
		}),
		...write(
			fitted(words.eveningExpected, 'plain', hourSize, ringX - 4),
			[ringX, top + (hung ? 26 : 17)],
			{ anchor: 'end', size: hourSize }
		)
	];

	// The question beside its mark, as large as it can be.
	const sayX = x + widthOf('?', 'head', size) + (hung ? 34 : 12);
	const sayRoom = width - pad - sayX;
	for (const say of QUESTION_SIZES) {
		const lines = evenLines(days.question, 'head', say, sayRoom);
		if (!fits(lines, 'head', say, sayRoom) || lines.length * say > room - 10) continue;
		if (lines.length > 3) continue;
		const first = centre + say * 0.35 - ((lines.length - 1) * say) / 2;
		texts.push(...write(lines, [sayX, first], { face: 'head', size: say }, say));
		break;
	}

	// What the line begins with.
	const { label, box } = business;
	const named = hung ? 24 : 16;
	const y = top + (hung ? 64 : 38);
	if (y > bottom - 4 || box.x + widthOf(label, 'head', named) > x - 8) return { texts, signs };
	texts.push(...write([label], [box.x, y], { face: 'head', size: named, tone: 'red' }));
	const at = box.x + box.width / 2;
	const crossed = at > ringX - widthOf(words.eveningExpected, 'plain', hourSize) - 3;
	const leader = pathOf([
		[at, top],
		[at, y - named * 0.8]
	]);
	return { texts, signs, leaders: crossed ? [] : [leader] };
}
