import { LETTERING, textWidth, type Lettering } from './text-width';

/** How a label is set: in one line or in two. Widths and heights in CSS px. */
export interface Form {
	readonly lines: readonly string[];
	readonly width: number;
	readonly height: number;
	/** What it counts against the place: one line reads best. */
	readonly cost: number;
}

/** From line to line, in sizes of the letters. */
export const PITCH = 1.1;

/** A shorter text keeps its line: “73 km” in two would be no narrower than its number. */
const SHORTEST = 10;

/** A break where the sense has one may make the label so much wider than the narrowest. */
const WIDER = 1.35;

/** Two lines are the better choice where one would stand across the earth's edge or far from its mark. */
const IN_TWO = 3;

/** The ways to set a label, best first. Waters and territories stay in one line. */
export function formsOf(text: string, lettering: Lettering, scale: number): Form[] {
	const { size, height } = LETTERING[lettering];
	const width = (line: string) => textWidth(line, lettering, scale);
	const whole = { lines: [text], width: width(text), height: height * scale, cost: 0 };
	const halves = lettering === 'place' || lettering === 'country' ? halvesOf(text, width) : null;
	if (!halves) return [whole];
	return [
		whole,
		{
			lines: halves,
			width: Math.max(...halves.map(width)),
			height: (height + PITCH * size) * scale,
			cost: IN_TWO
		}
	];
}

/** A text in two lines of about one width, broken where the sense has a break when that costs little. */
function halvesOf(text: string, width: (line: string) => number): readonly [string, string] | null {
	if (text.length < SHORTEST) return null;
	const breaks = [...text.matchAll(/ /g)].map(({ index }) => {
		const halves = [text.slice(0, index), text.slice(index + 1)] as const;
		const sense = /[,:]$/.test(halves[0]) || halves[1].startsWith('(');
		return { halves, sense, width: Math.max(...halves.map(width)) };
	});
	const least = Math.min(...breaks.map((one) => one.width));
	const [best] = breaks
		.filter((one) => one.width <= least || (one.sense && one.width <= WIDER * least))
		.sort((a, b) => Number(b.sense) - Number(a.sense) || a.width - b.width);
	return best?.halves ?? null;
}
