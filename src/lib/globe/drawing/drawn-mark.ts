import type { MarkKind } from '$lib/model/map-scene';

/** A place in the picture, CSS px. */
export interface DrawnMark {
	readonly place: string;
	readonly kind: MarkKind;
	readonly focus: boolean;
	/** The reader chose it. */
	readonly chosen: boolean;
	readonly x: number;
	readonly y: number;
}
