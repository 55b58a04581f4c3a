import type { PictureWords } from '$lib/model/picture-words';
import { spanOf, type Part } from './days-axis';
import { widthOf } from './lettering';
import { LEAST, signAt, write, type EveningSign, type EveningText, type Span } from './shapes';

const LEADING = 17;
/** From a sign to its words, and from them to the next sign, CSS px. */
const SIGN = 17;
const APART = 16;

/** The signs with their words, in rows no wider than `room`, CSS px. */
export function keyRows(words: PictureWords, room: number) {
	const items = [
		{ kind: 'told' as const, text: words.daysTold },
		{ kind: 'expected' as const, text: words.daysExpected },
		{ kind: 'unknown' as const, text: words.daysUnknown }
	];
	const rows: ((typeof items)[number] & { readonly at: number })[][] = [];
	let at = 0;
	for (const item of items) {
		const wide = SIGN + widthOf(item.text, 'plain', LEAST);
		const last = rows.at(-1);
		if (!last || at + wide > room) {
			rows.push([{ ...item, at: 0 }]);
			at = 0;
		} else last.push({ ...item, at });
		at += wide + APART;
	}
	return rows;
}

/**
 * The key from a point on. Its room is kept for all signs; before the answer no hour is unknown.
 *
 * @param x of the first sign, CSS px
 * @param top CSS px
 */
export function keyAt(
	rows: ReturnType<typeof keyRows>,
	[x, top]: readonly [number, number],
	answered: boolean
): Part {
	const texts: EveningText[] = [];
	const signs: EveningSign[] = [];
	const spans: Span[] = [];
	rows.forEach((row, i) => {
		for (const { kind, text, at } of row) {
			const y = top + 13 + i * LEADING;
			const middle = y - 4.5;
			if (kind !== 'unknown') signs.push(signAt(kind, [x + at + 6, middle], 5));
			else if (!answered) continue;
			else spans.push(spanOf({ x: x + at, y: middle - 5, width: 12, height: 10 }, 4));
			texts.push(...write([text], [x + at + SIGN, y], {}));
		}
	});
	return { texts, signs, spans };
}
