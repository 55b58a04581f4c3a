import type { Missile } from '$lib/model/types';

/** Whether a missile reached a distance: surely, only by the higher published figure, or not. */
export type Reaching = 'yes' | 'perhaps' | 'no';

/** Published ranges against one distance, km. */
export function reaching(km: number, { rangeKm: [lowest, highest] }: Missile): Reaching {
	if (km <= lowest) return 'yes';
	return km <= highest ? 'perhaps' : 'no';
}

/** The missiles by whether they reached so far, each list with the longest range first. */
export type Reach = Readonly<Record<Reaching, readonly Missile[]>>;

/** Sorts missiles by whether they reached `km`. */
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
