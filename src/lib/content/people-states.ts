import { UNSTATED } from '$lib/model/speech';
import type { PersonState } from '$lib/model/story';
import type { BeatFacts, Facts } from './schema';

/**
 * Who is shown at each beat, and how. The table is laid as the telegram lays it: first those it names
 * first, then the hosts, then the two empty chairs. A person is shown from the beat that names them. A whole side that speaks or is
 * addressed is there under its own id (`SIDES`); its people stay as they are.
 *
 * @returns one record a beat, in the order of the story
 */
export function peopleByBeat(
	story: Facts['story.yaml'],
	people: Facts['people.yaml']
): Readonly<Record<string, PersonState>>[] {
	const beats = story.sections.flatMap((section) => section.beats);
	const from = (id: string) => beats.findIndex((beat) => beat.id === id);
	const { opens, first, hosts, chairs } = story.seated;
	const [opened, hosted, chaired] = [from(opens), from(hosts), from(chairs)];
	return beats.map((beat, index) => {
		const states: Record<string, PersonState> = {};
		for (const [id, { seat }] of Object.entries(people)) {
			const atTable = seat === 'soviet' || seat === 'cuban';
			if (atTable && index >= (first.includes(id) ? opened : hosted)) states[id] = 'present';
			if (seat === 'chair' && index >= chaired) states[id] = 'absent';
		}
		return Object.assign(states, spoken(beat, states));
	});
}

/** Speaking wins over addressed, addressed over mentioned; an empty chair stays empty. */
function spoken(
	beat: BeatFacts,
	seated: Readonly<Record<string, PersonState>>
): Record<string, PersonState> {
	const states: Record<string, PersonState> = {};
	const set = (ids: readonly string[], state: PersonState) => {
		for (const id of ids) if (seated[id] !== 'absent') states[id] = state;
	};
	set(beat.mentioned, 'mentioned');
	set(
		beat.speech.map(({ to }) => to).filter((id) => id !== UNSTATED),
		'addressed'
	);
	set(
		beat.speech.map(({ from }) => from),
		'speaking'
	);
	return states;
}
