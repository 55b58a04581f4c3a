import { hint, type Problem } from './problems';
import type { Facts, LanguageWords } from './schema';

/** The fewest and the most that sources give; equal where they agree. */
type Count = readonly [number, number];

/** Figures of a count that a text does not have, as digits. */
function missing(count: Count, text: string): number[] {
	return [...new Set(count)].filter((figure) => !new RegExp(`(?<!\\d)${figure}(?!\\d)`).test(text));
}

/**
 * How many missiles stood ready is a fact of `missiles.yaml`. Its notes, and the panels and claims that add such
 * numbers up (`adds`), must say the same figures in every language.
 */
export function checkCounts(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>
): Problem[] {
	const missiles = facts['missiles.yaml'];
	if (!missiles) return [];
	const problems: Problem[] = [];
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
		for (const [id, { adds }] of Object.entries(facts[file] ?? {})) {
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
