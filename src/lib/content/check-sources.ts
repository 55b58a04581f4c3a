import { hint, type Problem } from './problems';
import type { Facts } from './schema';

/** Files whose entries cite works. */
const CITING = [
	'people.yaml',
	'places.yaml',
	'missiles.yaml',
	'regions.yaml',
	'territories.yaml',
	'states.yaml',
	'topics.yaml',
	'glossary.yaml',
	'evidence.yaml',
	'timeline.yaml',
	'charts.yaml'
] as const;

/** What the entries of those files share. */
interface Citing {
	readonly sources: readonly string[];
	readonly humanDetailSources?: readonly string[];
}

/** Every cited work exists, every work is cited, and links lead only where a link may lead. */
export function checkSources(facts: Partial<Facts>): Problem[] {
	const register = facts['sources.yaml'];
	if (!register) return [];
	const problems: Problem[] = [];
	const works = Object.keys(register.works);
	const cited = new Set<string>();
	for (const file of CITING) {
		for (const [id, entry] of Object.entries(facts[file] ?? {})) {
			const { sources, humanDetailSources: detail = [] } = entry as Citing;
			for (const source of [...sources, ...detail]) {
				cited.add(source);
				if (!works.includes(source)) {
					problems.push({
						file,
						id,
						at: [source],
						sentence: `The source “${source}” is not in sources.yaml.${hint(source, works)}`
					});
				}
			}
		}
	}
	const mayLink = (where: Omit<Problem, 'sentence'>, url: string) => {
		const bare = (name: string) => name.replace(/^www\d?\./, '');
		const host = bare(new URL(url).hostname);
		if (register.linkable.some((allowed) => host === bare(allowed))) return;
		problems.push({
			...where,
			sentence: `The host “${host}” is not on the list “linkable”: only archives, publishers and journals are linked.`
		});
	};
	for (const [id, work] of Object.entries(register.works)) {
		if (!cited.has(id) && CITING.every((file) => facts[file])) {
			problems.push({
				file: 'sources.yaml',
				id,
				sentence: 'Nothing cites this work; cite it or take it out.'
			});
		}
		if (!work.url) continue;
		if (!work.seen) {
			problems.push({
				file: 'sources.yaml',
				id,
				at: ['url'],
				sentence: 'This work has a link but was not seen; only pages that were seen are linked.'
			});
		}
		mayLink({ file: 'sources.yaml', id, at: ['url'] }, work.url);
	}
	const permissions = facts['story.yaml']?.permissions;
	if (permissions) mayLink({ file: 'story.yaml', id: '', at: ['permissions'] }, permissions);
	return problems;
}
