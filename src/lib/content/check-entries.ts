import { hint, repeated, type Problem } from './problems';
import type { Facts } from './schema';

/** Files whose entries lead to other entries. */
const SEEING = ['places.yaml', 'glossary.yaml', 'timeline.yaml'] as const;

/** Entries lead to entries and passages that exist, and to none twice. */
export function checkEntries(facts: Partial<Facts>): Problem[] {
	const problems: Problem[] = [];
	const tables: Readonly<Record<string, object | undefined>> = {
		person: facts['people.yaml'],
		place: facts['places.yaml'],
		term: facts['glossary.yaml'],
		panel: facts['topics.yaml']
	};
	for (const file of SEEING) {
		for (const [id, { see }] of Object.entries(facts[file] ?? {})) {
			for (const target of see) {
				const [kind = '', of = ''] = target.split(':');
				const table = tables[kind];
				if (!table || Object.hasOwn(table, of)) continue;
				problems.push({
					file,
					id,
					at: ['see', target],
					sentence: `The ${kind} “${of}” does not exist.${hint(of, Object.keys(table))}`
				});
			}
			problems.push(...repeated(see).map((target) => twice(file, id, 'see', target)));
		}
	}
	const beats = facts['story.yaml']?.sections.flatMap((section) =>
		section.beats.map(({ id }) => id)
	);
	for (const [id, event] of Object.entries(facts['timeline.yaml'] ?? {})) {
		for (const beat of event.beats) {
			if (!beats || beats.includes(beat)) continue;
			problems.push({
				file: 'timeline.yaml',
				id,
				at: ['beats', beat],
				sentence: `The beat “${beat}” does not exist.${hint(beat, beats)}`
			});
		}
		problems.push(
			...repeated(event.beats).map((beat) => twice('timeline.yaml', id, 'beats', beat))
		);
	}
	return problems;
}

const twice = (file: string, id: string, field: string, target: string): Problem => ({
	file,
	id,
	at: [field, target],
	sentence: `“${target}” stands twice under “${field}”; once is enough.`
});
