import type { Position } from '$lib/model/story';

/** One beat's box on screen: distance of its edges from the top of the viewport, CSS px. */
interface Span {
	readonly top: number;
	readonly bottom: number;
}

/** Spans in reading order: an array, or something that measures only what it is asked for. */
export interface Spans {
	readonly length: number;
	at(index: number): Span | undefined;
}

/**
 * Which beat is being read: the last one whose top edge has passed the reading line.
 * Geometry alone decides, so a jump, a fling or a resize can never leave a stale answer.
 *
 * @param spans beats in reading order
 * @param line the reading line, CSS px from the top of the viewport
 * @returns the beat and how much of it has passed the line (0 to 1); the first beat before the story begins
 */
export function locate(spans: Spans, line: number): Position {
	let low = 0;
	let high = spans.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((spans.at(middle)?.top ?? Infinity) <= line) low = middle;
		else high = middle - 1;
	}
	const span = spans.at(low);
	if (!span) return { beat: 0, progress: 0 };
	const height = span.bottom - span.top;
	const progress = height > 0 ? (line - span.top) / height : 0;
	return { beat: low, progress: Math.min(1, Math.max(0, progress)) };
}

/**
 * Where the reading line lies. The more of the window is covered, the nearer it lies to what covers it: on a phone only a
 * few lines stand below the map, and the last ones before a gap are still read while the next heading comes up.
 *
 * @param covered height of what sticks over the text at the top of the viewport, CSS px
 * @param viewport height of the viewport, CSS px
 * @returns CSS px from the top of the viewport
 */
export function readingLine(covered: number, viewport: number): number {
	const top = Math.min(Math.max(covered, 0), viewport);
	const free = viewport - top;
	return top + (0.45 * free * free) / (viewport || 1);
}
