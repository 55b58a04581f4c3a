import type { LonLat, MapScene } from '$lib/model/types';
import type { BeatFacts, Facts, LanguageWords } from './schema';

/** Ids become coordinates and words: the map of one beat, complete, in one language. */
export function mapScene(beat: BeatFacts, facts: Facts, words: LanguageWords): MapScene {
	const places = facts['places.yaml'];
	const text = (id: string | undefined) => (id ? (words['names.yaml'][id] ?? id) : null);
	const at = (id: string): LonLat => places[id]?.at ?? [0, 0];
	return {
		view: beat.view,
		marks: beat.marks.map(({ place, kind, focus }) => ({
			place,
			kind: kind ?? places[place]?.kind ?? 'named',
			at: at(place),
			label: words['places.yaml'][place]?.label ?? place,
			focus
		})),
		areas: beat.areas,
		lines: beat.lines.map((line) => ({
			id: line.id,
			style: line.style,
			points: line.points ?? line.places?.map(at) ?? [],
			arrow: line.arrow,
			label: text(line.label)
		})),
		rings: beat.rings.map((ring) => ({
			id: ring.id,
			center: at(ring.place),
			radiusKm: ring.radiusKm,
			style: ring.style,
			label: text(ring.label) ?? ''
		})),
		names: beat.names.flatMap((name) => {
			const { id, focus } = typeof name === 'string' ? { id: name, focus: false } : name;
			const fact = facts['names.yaml'][id];
			if (!fact || fact.kind === 'label') return [];
			return [{ id, kind: fact.kind, at: fact.at, text: text(id) ?? id, focus }];
		}),
		night: beat.night
	};
}
