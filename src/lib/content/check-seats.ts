import { SEATS } from '$lib/model/seats';
import type { Problem } from './problems';
import type { Facts } from './schema';

/** The people of the story against the seats of the table. */
export function checkSeats(facts: Partial<Facts>): Problem[] {
	const people = Object.entries(facts['people.yaml'] ?? {});
	const beats = facts['story.yaml']?.sections.flatMap((section) => section.beats) ?? [];
	const room = (seat: keyof typeof SEATS) => `The table has room for ${SEATS[seat]} “${seat}”`;
	const atTable = (['soviet', 'cuban', 'chair'] as const).flatMap((seat) =>
		people
			.filter(([, person]) => person.seat === seat)
			.slice(SEATS[seat])
			.map(([id]) => ({
				file: 'people.yaml',
				id,
				at: ['seat'],
				sentence: `${room(seat)}, and this is one more; give the person another seat, such as “away”.`
			}))
	);
	const apart = beats.flatMap(({ id, mentioned }) => {
		const away = [...new Set(mentioned)].filter(
			(person) => facts['people.yaml']?.[person]?.seat === 'away'
		);
		const [first] = away.slice(SEATS.away);
		return first === undefined
			? []
			: [
					{
						file: 'story.yaml',
						id: `beat ${id}`,
						at: [first],
						sentence: `${room('away')} in one beat, and this has ${away.length} (${away.join(', ')}); name only those it speaks of most.`
					}
				];
	});
	return [...atTable, ...apart];
}
