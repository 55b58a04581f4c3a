import type { Rect, Size } from '$lib/globe/camera/geometry';
import type { Reached } from '$lib/model/evening';
import type { EveningBlock } from '$lib/model/pictures';
import { widthOf, type Face } from './lettering';
import type { Point } from './hatch';

type Tone = 'ink' | 'soft' | 'red' | 'on-red';

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
	/** What is pressed beside the box: the label under it. */
	readonly touch: Rect | null;
	/** Whether it is large enough to be pressed. */
	readonly pressed: boolean;
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
}

/** A stretch of the days. */
export interface Span {
	/** `told`: he writes; `lasts`: from one hour to another; `unknown`: no more is known than that it was in it. */
	readonly kind: 'told' | 'lasts' | 'unknown';
	readonly box: Rect;
	readonly hatch: string;
}

/** The days after the telegram. */
interface DayShapes {
	readonly answered: boolean;
	readonly cells: readonly Rect[];
	readonly spans: readonly Span[];
	/** To labels, and arrows in a list. */
	readonly leaders: readonly string[];
	/** From his business to the question, or to its end. */
	readonly line: string;
	/** Empty where the line stops. */
	readonly head: string;
}

/** The shapes of the picture, in CSS px before its scale. */
export interface EveningDrawing {
	/** Of the picture before `scale`. */
	readonly size: Size;
	/** What all lengths are multiplied with. */
	readonly scale: number;
	readonly direction: 'ltr' | 'rtl';
	readonly blocks: readonly EveningShape[];
	/** Where words are left out: how much is not told, so it has no length. */
	readonly untold: { readonly box: Rect; readonly leader: string; readonly now: boolean } | null;
	/** The line of Monday; empty before the reader comes to it. */
	readonly monday: string;
	readonly falls: readonly EveningFall[];
	readonly posts: readonly string[];
	readonly signs: readonly EveningSign[];
	/** Back to another day. */
	readonly loop: { readonly line: string; readonly head: string; readonly now: boolean } | null;
	readonly texts: readonly EveningText[];
	/** After the telegram the days stand behind the evening. */
	readonly days?: DayShapes;
}

/** The least lettering, CSS px at scale 1. */
export const LEAST = 13;

/** What is not told has no length; the gap that stands for it, and the one where a thread falls in, CSS px at scale 1. */
export const GAP = { block: 2.5, thread: 6, untold: 20 } as const;

/** A subject with its box alone: no hatch, no label, nothing to press. */
export const bareBlock = (block: EveningBlock, state: Reached, box: Rect): EveningShape => ({
	id: block.id,
	label: block.label,
	beat: block.beats[0]?.id ?? '',
	state,
	box,
	hatch: '',
	leader: '',
	texts: [],
	touch: null,
	pressed: false
});

type Style = Partial<Pick<EveningText, 'anchor' | 'face' | 'size' | 'tone'>>;

/**
 * Lines of one text.
 *
 * @param at where the first line begins, on its baseline
 * @param leading from one baseline to the next, CSS px
 */
export const write = (
	lines: readonly string[],
	[x, y]: Point,
	style: Style,
	leading = 17
): EveningText[] =>
	lines.map((text, i) => ({
		text,
		x,
		y: y + i * leading,
		anchor: 'start',
		face: 'plain',
		size: LEAST,
		tone: 'ink',
		...style
	}));

/** The box of a line of lettering, from the top of its capitals to below its baseline. */
export function boxOf({ text, x, y, anchor, face, size }: EveningText): Rect {
	const width = widthOf(text, face, size);
	return {
		x: anchor === 'start' ? x : x - width,
		y: y - size * 0.7,
		width,
		height: size * 0.85
	};
}

export function signAt(
	kind: EveningSign['kind'],
	[x, y]: Point,
	r: number,
	now = false
): EveningSign {
	return { kind, x, y, r, now, half: `M${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}Z` };
}
