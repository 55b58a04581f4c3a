import { entry } from './entry';
import { inView } from '$lib/globe/camera/view';
import type { Atlas } from '$lib/model/story';
import type { LonLat, MapScene, View } from '$lib/model/map-scene';
import type { BeatFacts, Facts, LanguageWords } from './schema';

/** A picture of another shape shows so much more than the view that it has to show. */
const AROUND = 2;

/**
 * The territories that a view may name: those the beat asks for, then what lies in it before what lies around
 * it, the larger first.
 */
function territoriesOf(
	{ view, territories: wanted }: Pick<BeatFacts, 'view' | 'territories'>,
	{ territories }: Atlas
): Atlas['territories'] {
	const [width, height] = view.km;
	const around: View = { ...view, km: [width * AROUND, height * AROUND] };
	const rank = ({ id, at }: Atlas['territories'][number]) =>
		wanted.includes(id) ? wanted.length + 1 - wanted.indexOf(id) : Number(inView(view, at));
	return territories
		.filter(({ at, widest }) => Math.min(width, height) <= widest && inView(around, at))
		.sort((a, b) => rank(b) - rank(a) || b.widest - a.widest);
}

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
		marks: beat.marks.map(({ place, kind, focus }) => ({
			place,
			kind: kind ?? places[place]?.kind ?? 'named',
			at: at(place),
			label: entry(words['places.yaml'], place).label,
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
			const { id, focus } = typeof name === 'string' ? { id: name, focus: false } : name;
			const fact = facts['names.yaml'][id];
			if (!fact || fact.kind === 'label') return [];
			return [{ id, kind: fact.kind, at: fact.at, text: text(id), focus }];
		}),
		territories: territoriesOf(beat, atlas),
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
