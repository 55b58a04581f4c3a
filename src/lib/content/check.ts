import type { ContentFiles } from './files';
import { LANGUAGES } from '$lib/model/languages';
import { languagesOf } from './languages-of';
import { checkBeats } from './check-beats';
import { checkCharts } from './check-charts';
import { checkCounts } from './check-counts';
import { checkEntries } from './check-entries';
import { checkGuess } from './check-guess';
import { checkLanguages } from './check-languages';
import { checkPlurals } from './check-plurals';
import { checkRuler } from './check-ruler';
import { checkSeats } from './check-seats';
import { checkSources } from './check-sources';
import { checkSpeech } from './check-speech';
import { checkStage } from './check-stage';
import { checkTerritories } from './check-territories';
import { ContentError, type Problem } from './problems';
import { encodingProblem } from './encoding';
import { missingFile, readAll } from './read';
import { WORDS, type Facts, type LanguageWords } from './schema';
import {
	checkParagraphs,
	compareWithSource,
	lineInTelegram,
	parseTelegram,
	SOURCE,
	TELEGRAM,
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
 * @param built codes of the languages that pages are made in
 * @throws ContentError with every problem in one list
 */
export function checkContent(files: ContentFiles, built: readonly string[] = LANGUAGES): Content {
	const languages = languagesOf(files);
	const { facts, words, problems, yaml } = readAll(files, languages);
	const telegram = textOf(files, TELEGRAM, problems);
	const received = textOf(files, SOURCE, problems);
	const { passages, problems: cuts } = parseTelegram(telegram ?? '');
	problems.push(...cuts);
	if (telegram !== null && !cuts.some(({ unread }) => unread)) {
		problems.push(...checkParagraphs(passages));
		// A mistake in the markup would be told a second time, as words that differ.
		const mistaken = new Set(cuts.map(({ id }) => id));
		problems.push(
			...compareWithSource(passages, received ?? '').filter(
				({ beat }) => received !== null && !mistaken.has(`beat ${beat}`)
			)
		);
	}
	if (languages.length === 0) {
		problems.push({
			file: 'en/story.yaml',
			id: '',
			sentence: 'No language has a story.yaml; English must.'
		});
	}
	problems.push(
		...unbuiltFolders(files, built),
		...checkBeats(facts, passages),
		...checkSeats(facts),
		...checkSpeech(facts, words, passages),
		...checkStage(facts, words, passages),
		...checkCharts(facts),
		...checkRuler(facts, words),
		...checkCounts(facts, words),
		...checkSources(facts),
		...checkTerritories(facts),
		...checkEntries(facts),
		...checkGuess(facts, words),
		...checkLanguages(facts, words, passages),
		...checkPlurals(words)
	);
	if (problems.length > 0) {
		throw new ContentError(
			unique(
				problems.map((problem) => {
					const { file, line, id, at, after } = problem;
					const found =
						file === TELEGRAM
							? lineInTelegram(telegram ?? '', id, at)
							: yaml.get(file)?.lineOfEntry(after ?? id, at);
					return { ...problem, line: line ?? found };
				})
			)
		);
	}
	const complete = words as Map<string, LanguageWords>;
	return {
		facts: facts as Facts,
		words: new Map(
			[...complete].map(([lang, files]) => [
				lang,
				{ ...files, 'ui.yaml': { ...files['ui.yaml'], lang } }
			])
		),
		passages
	};
}

/** Folders of words that no page would be made from, whatever their name. */
function unbuiltFolders(files: ContentFiles, built: readonly string[]): Problem[] {
	const folders = [...files.keys()].flatMap((path) => {
		const [folder = '', file = '', ...deeper] = path.split('/');
		return deeper.length === 0 && Object.hasOwn(WORDS, file) && !built.includes(folder)
			? folder
			: [];
	});
	return [...new Set(folders)].map((folder) => ({
		file: `${folder}/`,
		id: '',
		sentence: `No page is made from this folder: “${folder}” is not in LANGUAGES of src/lib/model/languages.ts (${built.join(', ')}). Add the code there, or give the folder the code of its language.`
	}));
}

/** A file that is no YAML; null when it cannot be used. */
function textOf(files: ContentFiles, path: string, problems: Problem[]): string | null {
	const text = files.get(path);
	const problem = text === undefined ? missingFile(path) : encodingProblem(path, text);
	if (problem) problems.push(problem);
	return problem || text === undefined ? null : text;
}

function unique(problems: readonly Problem[]): Problem[] {
	const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
	return [...seen.values()];
}
