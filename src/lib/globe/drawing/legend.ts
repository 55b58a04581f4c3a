import type { MapScene } from '$lib/model/map-scene';
import { LEGEND_KEYS, type LegendKey } from '$lib/model/legend';
import { namedTerritories } from './territories';

/** The signs that one scene uses, in the order of the legend. */
export function legendOf(scene: MapScene): LegendKey[] {
	const used = new Set<string>([
		...scene.marks.map(({ kind }) => kind),
		...scene.areas.map(({ style }) => (style === 'focus' ? 'area' : style)),
		...scene.lines.map(({ style }) => style),
		...scene.rings.map(({ style }) => style),
		...(namedTerritories(scene).length > 0 ? ['territory'] : []),
		...(scene.lines.some(({ arrow }) => arrow) ? ['arrow'] : []),
		...(scene.marks.some(({ focus }) => focus) ? ['focus'] : []),
		...(scene.marks.some(({ chosen }) => chosen) ? ['chosen'] : [])
	]);
	return LEGEND_KEYS.filter((key) => used.has(key));
}
