import { contains, overlaps, type Rect, type Size } from '../camera/geometry';
import type { DrawnMark } from './drawn-mark';
import type { Label } from './labels';

/** What a map writes where the camera comes to rest. */
interface Landing {
	readonly labels: readonly Label[];
	readonly marks: readonly DrawnMark[];
}

/**
 * The names of marks while the camera moves: each goes with its mark, on the side where it will stand in the end. Nothing
 * is placed anew; a name that would lie on another, under a card or across the edge waits.
 *
 * @param landing labels and marks where the flight ends
 * @param size CSS px
 * @param obstacles boxes over the map, CSS px
 * @returns labels for the marks as they are drawn in one frame
 */
export function namesInFlight(
	landing: Landing,
	size: Size,
	obstacles: readonly Rect[]
): (marks: readonly DrawnMark[]) => Label[] {
	const bounds = { x: 0, y: 0, ...size };
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
			const covered = [...obstacles, ...shown.map(({ box }) => box)];
			if (contains(bounds, moved.box) && !covered.some((box) => overlaps(moved.box, box))) {
				shown.push(moved);
			}
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
