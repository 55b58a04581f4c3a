import type { Flow } from '$lib/content/flow';

/** What the cards of people, places and terms are called, by their ids: `person-guevara`. */
export const cardNames = ({ people, places, terms }: Flow): Map<string, string> =>
	new Map([
		...people.map(({ id, name }) => [`person-${id}`, name] as const),
		...places.map(({ id, name }) => [`place-${id}`, name] as const),
		...terms.map(({ id, term }) => [`term-${id}`, term] as const)
	]);
