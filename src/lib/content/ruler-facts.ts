import { entry } from './entry';
import type { RulerFacts } from '$lib/model/ruler';
import type { Facts, LanguageWords } from './schema';

/** What the ruler measures with, in one language: origins, every point of the story, the missiles. */
export function rulerFacts(facts: Facts, words: LanguageWords): RulerFacts {
	const { origins, without } = facts['story.yaml'].ruler;
	const told = words['places.yaml'];
	return {
		origins: origins.map((place) => ({ place, land: entry(told, place).land ?? place })),
		places: Object.entries(facts['places.yaml'])
			.filter(([id]) => !without.includes(id))
			.map(([id, { at }]) => {
				const { short, label } = entry(told, id);
				return { id, at, name: short ?? label };
			}),
		missiles: Object.entries(facts['missiles.yaml']).map(([id, { side, rangeKm, atLeast }]) => ({
			id,
			side,
			rangeKm,
			atLeast,
			name: entry(words['missiles.yaml'], id).name
		}))
	};
}
