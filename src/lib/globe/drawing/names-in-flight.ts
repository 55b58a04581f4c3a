import type { Rect } from '../camera/geometry';
import type { DrawnMark } from './drawn-mark';
import type { Label } from './labels';

/** What a map writes where the camera comes to rest. */
interface Landing {
	readonly labels: readonly Label[];
	readonly marks: readonly DrawnMark[];
}

/**
 * The names of marks while the camera moves: each goes with its mark, on the side where it will stand in the end. No
 * name is placed again; one that would lie on another, under a card or across the edge is hidden until the flight ends.
 *
 * @param landing labels and marks where the flight ends
 * @param fits whether a box lies in the picture, under no card, and touches none of the boxes given. It comes from the caller:
 * a module that this file shared with those at load would have to be one of its own, which weighs more
 * @returns labels for the marks as they are drawn in one frame
 */
export function namesInFlight(
	landing: Landing,
	fits: (box: Rect, others: readonly Rect[]) => boolean
): (marks: readonly DrawnMark[]) => Label[] {
	const names = landing.labels.flatMap((label) => {
		const end = landing.marks.find(({ place }) => place === label.id);
		return end ? [{ label, end }] : [];
	});
	return (marks) => {
		const shown: Label[] = [];
		for (const { label, end } of names) {
			const now = marks.find(({ place }) => place === label.id);
			if (!now) continue;
			const moved = shifted(label, now.x - end.x, now.y - end.y);
			const others = shown.map(({ box }) => box);
			if (fits(moved.box, others)) shown.push(moved);
		}
		return shown;
	};
}

function shifted(label: Label, dx: number, dy: number): Label {
	const { x, y, box, leader } = label;
	return {
		...label,
		x: x + dx,
		y: y + dy,
		box: { ...box, x: box.x + dx, y: box.y + dy },
		leader: leader && [leader[0] + dx, leader[1] + dy, leader[2] + dx, leader[3] + dy]
	};
}
