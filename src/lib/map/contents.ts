import type { MapScene } from '../model/types';
import type { LegendKey } from './legend';
import { namedTerritories } from './territories';
import { inView } from './view';

/** One thing on the map, for those who read a list instead of a picture. */
export interface MapItem {
	/** What it is called or says. */
	readonly text: string;
	/** How it is drawn, and so how it is known: a key of the legend. */
	readonly sign: LegendKey;
	/** True when the passage is about it. */
	readonly focus: boolean;
	/** Where the arrowhead of a line points to; null without one. */
	readonly to: string | null;
	/** Place id of a mark: it has a card. */
	readonly place: string | null;
}

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
