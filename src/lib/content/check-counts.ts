import { hint, type Problem } from './problems';
import type { Facts, LanguageWords } from './schema';

/** The fewest and the most that sources give; equal where they agree. */
type Count = readonly [number, number];

/** What adds up missiles. */
interface Adding {
	readonly adds: readonly string[];
}

/** Figures of a count that a text does not have, as digits. */
function missing(count: Count, text: string): number[] {
	return [...new Set(count)].filter((figure) => !new RegExp(`(?<!\\d)${figure}(?!\\d)`).test(text));
}

/** What is drawn one by one has a name in every language, with its figures. */
function checkCounted(
	topics: Partial<Facts['topics.yaml']>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>
): Problem[] {
	const problems: Problem[] = [];
	for (const [lang, words] of languages) {
		for (const [id, topic] of Object.entries(words['topics.yaml'] ?? {})) {
			const counts = topics[id]?.counted;
			if (!counts) continue;
			const groups = topic.counted?.groups ?? {};
			const problem = (at: string, sentence: string) =>
				problems.push({ file: `${lang}/topics.yaml`, id, at: ['counted', 'groups', at], sentence });
			for (const [group, count] of Object.entries(counts)) {
				const name = groups[group];
				if (name === undefined) {
					problem(group, `The group “${group}” of “counted” has no name; write it under “groups”.`);
					continue;
				}
				for (const figure of missing(count, name)) {
					problem(
						group,
						`The name of the group “${group}” does not have the figure ${figure} of topics.yaml; write it in digits or correct the fact.`
					);
				}
			}
			for (const group of Object.keys(groups).filter((name) => !(name in counts))) {
				problem(
					group,
					`The group “${group}” is not under “counted” in topics.yaml.${hint(group, Object.keys(counts))}`
				);
			}
		}
	}
	return problems;
}

/**
 * How many missiles stood ready is a fact of `missiles.yaml`. Its notes, and the panels and claims that add such
 * numbers up (`adds`), must say the same figures in every language.
 * What is drawn one by one (`counted`) has its figures in its name.
 */
export function checkCounts(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>
): Problem[] {
	const missiles = facts['missiles.yaml'];
	if (!missiles) return [];
	const problems = checkCounted(facts['topics.yaml'] ?? {}, languages);
	const compare = (file: string, id: string, field: string, count: Count, text?: string) => {
		if (text === undefined) return;
		for (const figure of missing(count, text)) {
			problems.push({
				file,
				id,
				at: [field],
				sentence: `The ${field} does not have the figure ${figure}, which follows from “inService” in missiles.yaml; write it in digits or correct the fact.`
			});
		}
	};
	for (const [lang, words] of languages) {
		for (const [id, { inService }] of Object.entries(missiles)) {
			if (!inService) continue;
			const note = words['missiles.yaml']?.[id]?.note;
			compare(`${lang}/missiles.yaml`, id, 'note', inService, note);
		}
	}
	for (const file of ['topics.yaml', 'evidence.yaml'] as const) {
		for (const [id, { adds }] of Object.entries<Adding>(facts[file] ?? {})) {
			const counts = adds.map((missile) => missiles[missile]?.inService);
			const wrong = adds.filter((_, i) => !counts[i]);
			for (const missile of wrong) {
				problems.push({
					file,
					id,
					at: ['adds', missile],
					sentence: `The missile “${missile}” under “adds” has no “inService” in missiles.yaml.${hint(missile, Object.keys(missiles))}`
				});
			}
			if (adds.length === 0 || wrong.length > 0) continue;
			const sum = (end: 0 | 1) => counts.reduce((total, count) => total + (count?.[end] ?? 0), 0);
			for (const [lang, words] of languages) {
				const entry = words[file]?.[id];
				const field = file === 'topics.yaml' ? 'text' : 'note';
				compare(
					`${lang}/${file}`,
					id,
					field,
					[sum(0), sum(1)],
					(entry as Readonly<Record<string, string>> | undefined)?.[field]
				);
			}
		}
	}
	return problems;
}
