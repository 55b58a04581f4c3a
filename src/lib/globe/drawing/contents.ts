import type { MapScene } from '$lib/model/map-scene';
import type { LegendKey } from '$lib/model/legend';
import { namedTerritories } from './territories';
import { inView } from '../camera/view';

/** One thing on a map. */
interface Shown {
	/** What it is called or says. */
	readonly text: string;
	/** The places that a line joins, by name; null for anything else. */
	readonly ends: readonly string[] | null;
	readonly sign: LegendKey;
	/** True when the passage is about it. */
	readonly focus: boolean;
	/** Where the arrowhead of a line points to; null without one. */
	readonly to: string | null;
	/** Place id of a mark: it has a card. */
	readonly place: string | null;
}

/** What one scene shows, in the order of rank: the same data as the picture, nothing more. */
export function contentsOf(scene: MapScene): Shown[] {
	const item = (text: string, sign: LegendKey, focus = false, place: string | null = null) => ({
		text,
		ends: null,
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
							...item(label, style),
							ends,
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
