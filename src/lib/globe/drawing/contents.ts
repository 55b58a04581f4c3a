import type { MapScene } from '$lib/model/map-scene';
import type { MapItem } from '$lib/model/prose';
import type { LegendKey } from '$lib/model/legend';
import { namedTerritories } from './territories';
import { inView } from '../camera/view';

/** What one scene shows, in the order of rank: the same data as the picture, nothing more. */
export function contentsOf(scene: MapScene): MapItem[] {
	const item = (text: string, sign: LegendKey, focus = false, place: string | null = null) => ({
		text,
		sign,
		focus,
		to: null,
		place
	});
	return [
		...scene.marks.map(({ label, kind, focus, place }) => item(label, kind, focus, place)),
		...scene.areas.map(({ name, style }) =>
			item(name, style === 'focus' ? 'area' : style, style !== 'zone')
		),
		...scene.lines.flatMap(({ label, style, ends, arrow }) =>
			label
				? [
						{
							...item(ends ? `${ends.join(' – ')}: ${label}` : label, style),
							to: arrow ? (ends?.at(-1) ?? null) : null
						}
					]
				: []
		),
		...scene.rings.map(({ label, style }) => item(label, style)),
		// What lies around the view is in the picture or not, as its shape allows: the list has what all of them show.
		...namedTerritories(scene)
			.filter(({ at }) => inView(scene.view, at))
			.map(({ text }) => item(text, 'territory'))
	];
}
