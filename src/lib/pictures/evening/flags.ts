import type { Rect } from '$lib/globe/camera/geometry';

/** A label that hangs under a place of the band. */
export interface Hung {
	readonly id: string;
	/** Where its leader starts, CSS px. */
	readonly x: number;
	readonly width: number;
	readonly height: number;
}

export interface Flag extends Hung {
	/** Where the label stands. */
	readonly box: Rect;
	/** `start`: the label begins at its leader, `end`: it ends there. */
	readonly side: 'start' | 'end';
}

/** From one label to the next, CSS px. */
const APART = { x: 10, y: 4 } as const;
/** From the leader to the outer edge of its label, CSS px. */
const EDGE = 3;

/**
 * Hangs labels under the band, each at the end of a straight leader, so that no label lies over another or over a leader. They
 * stand beside their leader, towards the end; at the far end towards the start.
 *
 * @param items in the order of the band
 * @param top of the highest label, CSS px
 * @param from where labels may begin, CSS px
 * @param to where labels must end, CSS px
 * @param post a line that goes down through all of the labels, CSS px; null for none
 */
export function hang(
	items: readonly Hung[],
	{ top, from, to, post }: { top: number; from: number; to: number; post: number | null }
): Flag[] {
	const limitOf = (x: number) => (post !== null && x < post ? post - APART.x : to);
	const startOf = (x: number) => (post !== null && x >= post ? post + APART.x : from);
	const late = items.filter(({ x, width }) => x - EDGE + width > limitOf(x));
	const early = items.filter((item) => !late.includes(item));
	const placed: Flag[] = [];
	const place = (item: Hung, side: Flag['side']) => {
		const { x, width, height } = item;
		const wanted = side === 'start' ? x - EDGE : x + EDGE - width;
		const left = Math.max(startOf(x), Math.min(wanted, limitOf(x) - width));
		let y = top;
		for (let again = true; again;) {
			again = false;
			for (const { box, x: leader } of placed) {
				const beside = left >= box.x + box.width + APART.x || box.x >= left + width + APART.x;
				const above = y + height + APART.y <= box.y;
				const crossed = leader >= left - EDGE && leader <= left + width + EDGE;
				if (y >= box.y + box.height + APART.y || (!crossed && (beside || above))) continue;
				y = box.y + box.height + APART.y;
				again = true;
			}
		}
		placed.push({ ...item, side, box: { x: left, y, width, height } });
	};
	for (const item of late) place(item, 'end');
	for (const item of early.toReversed()) place(item, 'start');
	return items.flatMap(({ id }) => placed.filter((flag) => flag.id === id));
}
