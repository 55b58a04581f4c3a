import {
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type Document,
	type Node,
	type YAMLMap
} from 'yaml';
import { findWords } from './find-words';

/** A field, the index in a list, or the `id` of an entry of a list. */
type Step = string | number;

/** A node, and where the eye finds it: at its field's name, or at its own first character. */
interface Found {
	readonly node: Node | null;
	readonly offset: number;
}

/** One YAML file with its tree, and the line on which anything in it stands. */
export class YamlFile {
	readonly document: Document.Parsed;
	readonly #lines = new LineCounter();

	/** @param path below the content folder */
	constructor(
		readonly path: string,
		readonly text: string
	) {
		this.document = parseDocument(text, {
			lineCounter: this.#lines,
			prettyErrors: false
		});
	}

	/** @returns counted from 1 */
	lineAt(offset: number): number {
		return this.#lines.linePos(offset).line;
	}

	/**
	 * The line that a path leads to, as far as the file has it.
	 *
	 * @param steps from the top; a step that is no field is looked for as words in what the last step led to
	 * @returns undefined when the file has not even the first step
	 */
	lineOf(steps: readonly Step[]): number | undefined {
		let found: Found | null = { node: this.document.contents, offset: 0 };
		let line: number | undefined;
		for (const step of steps) {
			const next: Found | null = child(found.node, step) ?? this.#mention(found.node, String(step));
			if (!next) break;
			line = this.lineAt(next.offset);
			found = next;
		}
		return line;
	}

	/**
	 * The line of an entry, or of something in it.
	 *
	 * @param id as in a `Problem`: `beat rumour`, `havana`
	 * @param at what leads on from the entry
	 * @returns undefined when the file has no such entry
	 */
	lineOfEntry(id: string, at: readonly string[] = []): number | undefined {
		const [, kind, name = ''] =
			/^(?:(beat|section|attract|evening|threads|outside) )?(.+)$/.exec(id) ?? [];
		const sections = child(this.document.contents, 'sections')?.node;
		const inSections = isSeq(sections)
			? sections.items.map((_, i): Step[] => ['sections', i, 'beats', name])
			: [];
		const paths: Step[][] =
			kind === undefined
				? [[name], ['works', name]]
				: kind === 'beat'
					? [['beats', name], ...inSections]
					: [[kind === 'section' ? 'sections' : kind, name]];
		const path = paths.find((steps) => this.#has(steps));
		return path && this.lineOf([...path, ...at]);
	}

	/** The line on which words stand in a node; that of its beginning when they are written another way there. */
	lineOfWords(node: Node, words: string): number {
		return this.lineAt(this.#mention(node, words)?.offset ?? node.range?.[0] ?? 0);
	}

	#has(steps: readonly Step[]): boolean {
		let node: Node | null = this.document.contents;
		return steps.every((step) => {
			const next = child(node, step);
			node = next?.node ?? null;
			return next !== null;
		});
	}

	#mention(node: Node | null, words: string): Found | null {
		const [from, to] = node?.range ?? [0, 0];
		const at = findWords(this.text.slice(from, to), words);
		return at === -1 ? null : { node: null, offset: from + at };
	}
}

/** What a step leads to from a map or a list; null when it has no such field or entry. */
function child(node: Node | null, step: Step): Found | null {
	if (isMap(node)) {
		const pair = (node as YAMLMap.Parsed).items.find(
			({ key }) => isScalar(key) && String(key.value) === String(step)
		);
		if (!pair) return null;
		const { key, value } = pair;
		const [offset] = (isScalar(value) ? value : key).range;
		return { node: value, offset };
	}
	if (isSeq(node)) {
		const items = node.items as Node[];
		const item = items.find((entry, i) => i === step || (isMap(entry) && entry.get('id') === step));
		return item?.range ? { node: item, offset: item.range[0] } : null;
	}
	return null;
}
