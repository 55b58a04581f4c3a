import type { Missile } from '$lib/model/ruler';
import type { Target } from './distance';

/** Steps between the figures of the scale, km; the first that gives few enough is taken. */
const STEPS = [500, 1000, 2000, 2500, 5000];
const MOST_FIGURES = 5;

/** One scale for ruler and bars. */
export interface Scale {
	/** Where the scale ends, km. */
	readonly most: number;
	/** Distances that are written, km: 0, then even steps. */
	readonly figures: readonly number[];
	/** Distances that have a stroke, km: half the steps of the figures. */
	readonly strokes: readonly number[];
}

/** A scale on which every place and every published range has room. */
export function scaleFor(targets: readonly Target[], missiles: readonly Missile[]): Scale {
	const farthest = Math.max(
		1000,
		...targets.map(({ km }) => km),
		...missiles.map(({ rangeKm }) => rangeKm[1])
	);
	const step = STEPS.find((one) => farthest / one <= MOST_FIGURES) ?? 5000;
	const most = Math.ceil(farthest / (step / 2)) * (step / 2);
	const every = (gap: number) =>
		Array.from({ length: Math.floor(most / gap) + 1 }, (_, i) => i * gap);
	return { most, figures: every(step), strokes: every(step / 4) };
}

/** Where a distance stands on the scale, % of its length, never off its ends. */
export const along = (km: number, { most }: Scale): number =>
	Number.isFinite(km) ? Math.min(Math.max((km / most) * 100, 0), 100) : 0;

/** The place whose distance is nearest to `km`; null when there is none. */
export function targetAt(km: number, targets: readonly Target[]): Target | null {
	let best: Target | null = null;
	for (const target of targets) {
		if (!best || Math.abs(target.km - km) < Math.abs(best.km - km)) best = target;
	}
	return Number.isFinite(km) ? best : null;
}
