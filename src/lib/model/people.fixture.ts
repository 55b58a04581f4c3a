import type { PersonToken } from './story';

const person = (id: string, seat: PersonToken['seat']): PersonToken => ({
	id,
	seat,
	name: id,
	surname: id,
	initials: id.slice(0, 2)
});

/** One person on each side of the table, for its tests. */
export const people: readonly PersonToken[] = [
	person('mikoyan', 'soviet'),
	person('guevara', 'cuban'),
	person('fidel', 'chair'),
	person('kennedy', 'away')
];
