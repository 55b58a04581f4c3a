import { entry } from './entry';
import type { Atlas } from '$lib/model/story';
import type { LonLat, MapScene } from '$lib/model/map-scene';
import type { BeatFacts, Facts, LanguageWords } from './schema';

/**
 * Ids become coordinates and words: the map of one beat, complete, in one language.
 *
 * @param atlas what its territories are taken from
 */
export function mapScene(
	beat: BeatFacts,
	facts: Facts,
	words: LanguageWords,
	atlas: Atlas
): MapScene {
	const places = facts['places.yaml'];
	const text = (id: string) => entry(words['names.yaml'], id);
	const at = (id: string): LonLat => entry(places, id).at;
	return {
		view: beat.view,
		marks: beat.marks.map(({ place, kind, label, focus }) => ({
			place,
			kind: kind ?? places[place]?.kind ?? 'named',
			at: at(place),
			label: label ? text(label) : entry(words['places.yaml'], place).label,
			focus
		})),
		areas: beat.areas.map(({ region, style }) => ({
			region,
			style,
			countries: entry(facts['regions.yaml'], region).countries,
			name: entry(words['regions.yaml'], region).name
		})),
		lines: beat.lines.map((line) => ({
			id: line.id,
			style: line.style,
			points: line.points ?? line.places?.map(at) ?? [],
			arrow: line.arrow,
			label: line.label ? text(line.label) : null,
			ends: line.places?.map((id) => entry(words['places.yaml'], id).label) ?? null
		})),
		rings: beat.rings.map((ring) => ({
			id: ring.id,
			center: at(ring.place),
			radiusKm: ring.radiusKm,
			bearings: ring.bearings ?? null,
			style: ring.style,
			label: text(ring.label)
		})),
		names: beat.names.flatMap((name) => {
			const { id, focus, keep } =
				typeof name === 'string' ? { id: name, focus: false, keep: false } : name;
			const fact = facts['names.yaml'][id];
			if (!fact || fact.kind === 'label') return [];
			const { kind, at, or } = fact;
			return [{ id, kind, at, ...(or && { or }), text: text(id), focus, ...(keep && { keep }) }];
		}),
		territories: beat.territories.flatMap((id) =>
			atlas.territories.filter((territory) => territory.id === id)
		),
		night: beat.night
	};
}

/** Everything that any map of the story names, in one language. */
export function atlasOf(facts: Facts, words: LanguageWords): Atlas {
	return {
		places: Object.fromEntries(
			Object.entries(facts['places.yaml']).map(([id, { at, kind, marked }]) => [
				id,
				{ at, kind, marked, label: entry(words['places.yaml'], id).label }
			])
		),
		names: Object.entries(facts['names.yaml']).flatMap(([id, fact]) =>
			fact.kind === 'label'
				? []
				: [{ id, kind: fact.kind, at: fact.at, text: entry(words['names.yaml'], id), focus: false }]
		),
		territories: Object.entries(facts['territories.yaml']).map(([id, { at, widest }]) => ({
			id,
			at,
			widest,
			text: entry(words['territories.yaml'], id).label
		}))
	};
}
