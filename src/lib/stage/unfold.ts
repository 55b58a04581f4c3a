import type { TransitionConfig } from 'svelte/transition';

/** A landing: the map flies first, then the plan opens. Together less than 1.6 s. */
const LANDING_MS = 450;
const OPEN_MS = 650;
const FADE_MS = 420;

export interface Opening {
	/** Where the plan opens, CSS px from the top left of the stage; null for a cross-fade. */
	readonly from: { readonly x: number; readonly y: number } | null;
	/** How far the farthest corner is from there, CSS px. */
	readonly radius: number;
	/** True where the map flies there first. */
	readonly landing: boolean;
	/** Cut instead of moving. */
	readonly still: boolean;
}

/** How a picture comes and goes: a circle that opens from a place of the map, or a cross-fade. Both can be turned back halfway. */
export function unfold(
	_: Element,
	{ from, radius, landing, still }: Opening,
	{ direction }: { direction?: 'in' | 'out' | 'both' } = {}
): TransitionConfig {
	if (still) return { duration: 0 };
	if (!from) return { duration: FADE_MS, css: (t) => `opacity: ${t}` };
	return {
		delay: landing && direction !== 'out' ? LANDING_MS : 0,
		duration: OPEN_MS,
		easing: (t) => 1 - (1 - t) ** 3,
		css: (t) => `clip-path: circle(${t * radius}px at ${from.x}px ${from.y}px)`
	};
}
