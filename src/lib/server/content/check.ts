import type { ContentFiles } from './files';
import { languagesOf } from './files';
import { checkBeats } from './check-beats';
import { checkCharts } from './check-charts';
import { checkLanguages } from './check-languages';
import { checkRuler } from './check-ruler';
import { checkSources } from './check-sources';
import { checkTerritories } from './check-territories';
import { ContentError, type Problem } from './problems';
import { readAll } from './read';
import type { Facts, LanguageWords } from './schema';
import {
	checkParagraphs,
	compareWithSource,
	parseTelegram,
	type TelegramPassage
} from './telegram';

/** Everything the checks and the story are made of. */
export interface Content {
	readonly facts: Facts;
	readonly words: ReadonlyMap<string, LanguageWords>;
	readonly passages: readonly TelegramPassage[];
}

/**
 * Reads, validates and cross-checks the content.
 *
 * @throws ContentError with every problem in one list
 */
export function checkContent(files: ContentFiles): Content {
	const languages = languagesOf(files);
	const { facts, words, problems } = readAll(files, languages);
	const { passages, problems: cuts } = parseTelegram(files.get('telegram.md') ?? '');
	problems.push(...cuts, ...checkParagraphs(passages));
	problems.push(...compareWithSource(passages, files.get('source/telegram-1856.txt') ?? ''));
	if (languages.length === 0) {
		problems.push({
			file: 'en/story.yaml',
			id: '',
			sentence: 'No language has a story.yaml; English must.'
		});
	}
	problems.push(
		...checkBeats(facts, passages),
		...checkCharts(facts),
		...checkRuler(facts, words),
		...checkSources(facts),
		...checkTerritories(facts),
		...checkLanguages(facts, words, passages)
	);
	if (problems.length > 0) throw new ContentError(unique(problems));
	return { facts: facts as Facts, words: words as Map<string, LanguageWords>, passages };
}

function unique(problems: readonly Problem[]): Problem[] {
	const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
	return [...seen.values()];
}
