import { isPair, isScalar, isSeq, visit } from 'yaml';
import { mistakesInPlain, mistakesInProse, type MarkupMistake } from './markup';
import { placeholderMistakes, withoutBraces } from './placeholders';
import type { Problem } from './problems';
import type { YamlFile } from './yaml-file';

/** The fields of a language that may have links; all other texts are shown as they are written. */
const PROSE: Readonly<Record<string, string>> = {
	'story.yaml': 'narration',
	'people.yaml': 'bio',
	'topics.yaml': 'text'
};

/**
 * Marks in the texts of a file that would be shown, or filled in with nothing, and names that cannot be ids.
 *
 * @param entryOf the entry that a path of fields and indices belongs to
 */
export function textProblems(
	file: YamlFile,
	entryOf: (path: readonly (string | number)[]) => string
): Problem[] {
	const [, folder, name = file.path] = /^(.*)\/([^/]+)$/.exec(file.path) ?? [];
	const problems: Problem[] = [];
	visit(file.document, {
		Scalar(key, node, ancestors) {
			const say = ({ words, sentence }: MarkupMistake) => {
				const line = file.lineOfWords(node, words);
				problems.push({
					file: file.path,
					line,
					id: entryOf(pathOf([...ancestors, node])),
					sentence
				});
			};
			if (key === 'key') {
				const words = String(node.value);
				if (words in Object.prototype) {
					say({
						words,
						sentence: `“${words}” is a word of the programming language and can be no id or field; choose another.`
					});
				}
			} else if (typeof node.value === 'string') {
				const path = pathOf(ancestors).filter((step) => typeof step === 'string');
				for (const mistake of mistakesOf(name, folder, path, node.value)) say(mistake);
			}
		}
	});
	return problems;
}

/** @param path fields that lead to the text */
function mistakesOf(
	name: string,
	folder: string | undefined,
	path: readonly string[],
	text: string
): MarkupMistake[] {
	if (folder === undefined) return mistakesInPlain(text);
	if (name === 'ui.yaml') {
		const [key = ''] = path;
		return [...placeholderMistakes(key, text), ...mistakesInPlain(withoutBraces(text))];
	}
	return Object.hasOwn(PROSE, name) && PROSE[name] === path.at(-1)
		? mistakesInProse(text)
		: mistakesInPlain(text);
}

/** Fields and indices that lead to a node. */
function pathOf(nodes: readonly unknown[]): (string | number)[] {
	return nodes.flatMap((node, i): (string | number)[] => {
		if (isPair(node)) return [isScalar(node.key) ? String(node.key.value) : ''];
		return isSeq(node) ? [node.items.indexOf(nodes[i + 1])] : [];
	});
}
