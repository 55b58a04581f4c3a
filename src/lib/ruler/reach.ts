import type { Missile } from '$lib/model/ruler';

/** Whether a missile could reach a distance: surely; only by the higher figure, or beyond a lower limit; or not. */
export type Reaching = 'yes' | 'perhaps' | 'no';

/** Published ranges against one distance, km. */
export function reaching(km: number, missile: Missile): Reaching {
	const [lowest, highest] = missile.rangeKm;
	if (km <= lowest) return 'yes';
	return km <= highest || isBeyond(km, missile) ? 'perhaps' : 'no';
}

/** Whether a distance lies beyond every figure of a missile whose figures set no upper limit. */
export const isBeyond = (km: number, { rangeKm, atLeast }: Missile): boolean =>
	atLeast && km > rangeKm[1];

/** The missiles by whether they could reach so far, each list with the longest range first. */
export type Reach = Readonly<Record<Reaching, readonly Missile[]>>;

/** Sorts missiles by whether they could reach `km`. */
export function reachOf(km: number, missiles: readonly Missile[]): Reach {
	const sorted = byRange(missiles);
	const which = (wanted: Reaching) => sorted.filter((one) => reaching(km, one) === wanted);
	return { yes: which('yes'), perhaps: which('perhaps'), no: which('no') };
}

/** The longest range first: by the higher figure, then by the lower. */
export const byRange = (missiles: readonly Missile[]): Missile[] =>
	[...missiles].sort(
		(a, b) =>
			b.rangeKm[1] - a.rangeKm[1] || b.rangeKm[0] - a.rangeKm[0] || (a.name < b.name ? -1 : 1)
	);
