import { kmBetween } from '$lib/globe/camera/geodesy';
import type { Problem } from './problems';
import type { Facts } from './schema';

/** A territory and a place nearer to each other than this are the same land, km. */
const SAME_LAND_KM = 25;

/** A territory that is a place too has the id of the place: where the place is marked, the map names it once. */
export function checkTerritories(facts: Partial<Facts>): Problem[] {
	const places = Object.entries(facts['places.yaml'] ?? {});
	return Object.entries(facts['territories.yaml'] ?? {}).flatMap(([id, { at }]) => {
		const here = places.filter(([, place]) => kmBetween(at, place.at) < SAME_LAND_KM);
		const [place] = here[0] ?? [];
		return place && !here.some(([other]) => other === id)
			? [
					{
						file: 'territories.yaml',
						id,
						at: ['at'],
						sentence: `The place “${place}” stands at the same point; give the territory its id, so that the map names it once.`
					}
				]
			: [];
	});
}
