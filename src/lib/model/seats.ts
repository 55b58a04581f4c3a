import type { PersonState, PersonToken } from './story';

/** How many the table has room for; `away` is in one beat. One more, and names lie on each other. */
export const SEATS: Readonly<Record<PersonToken['seat'], number>> = {
	soviet: 2,
	cuban: 5,
	chair: 2,
	away: 2
};

/** A seat of the diagram; `state` is null while nobody has named the person yet. */
export interface Seat {
	readonly person: PersonToken;
	readonly state: PersonState | null;
}

export interface Seats {
	readonly soviet: readonly Seat[];
	readonly cuban: readonly Seat[];
	readonly chair: readonly Seat[];
	/** Spoken of or named as helpers, apart from the table; only those of the present beat. */
	readonly away: readonly Seat[];
	/** False before the evening begins: there is no table yet. */
	readonly laid: boolean;
}

/**
 * Lays the table of one beat.
 *
 * @param people everyone, in table order
 * @param states who is shown in this beat, and how
 */
export function layTable(
	people: readonly PersonToken[],
	states: Readonly<Record<string, PersonState>>
): Seats {
	const side = (seat: PersonToken['seat']): Seat[] =>
		people
			.filter((person) => person.seat === seat)
			.map((person) => ({ person, state: states[person.id] ?? null }));
	return {
		soviet: side('soviet'),
		cuban: side('cuban'),
		chair: side('chair'),
		away: side('away').filter(({ state }) => state !== null),
		laid: people.some(({ id, seat }) => seat !== 'away' && states[id] && states[id] !== 'mentioned')
	};
}
