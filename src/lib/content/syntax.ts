import {
	isAlias,
	isMap,
	isScalar,
	visit,
	type ErrorCode,
	type Node,
	type Scalar,
	type YAMLError
} from 'yaml';
import { moreLines, type Problem } from './problems';
import type { YamlFile } from './yaml-file';

/** How much of the words in question is shown, in characters. */
const SHOWN = 40;
const QUOTES = 'put quotes around the whole text';

/** Something found in a file, before it has a line. */
interface Finding {
	readonly offset: number;
	readonly sentence: string;
	/** What follows cannot be read as it is meant. */
	readonly derails: boolean;
}

/** Errors after which YAML reads on as it is meant. */
const LOCAL: readonly ErrorCode[] = [
	'DUPLICATE_KEY',
	'BLOCK_AS_IMPLICIT_KEY',
	'MULTILINE_IMPLICIT_KEY',
	'BAD_SCALAR_START',
	'BAD_DQ_ESCAPE'
];

/**
 * What YAML cannot read, and what it leaves out or takes for its own signs without saying so.
 *
 * @returns the problems, and whether the file can be read on
 */
export function syntaxProblems(file: YamlFile): { problems: Problem[]; readable: boolean } {
	const { document, path } = file;
	const sound = document.errors.length === 0;
	const problem = (line: number | undefined, sentence: string, unread: boolean): Problem => ({
		file: path,
		line,
		id: '',
		sentence,
		unread
	});
	const blank = blankLines(file.text, sound);
	const problems = blank ? [problem(blank.line, blank.sentence, true)] : [];
	if (blank && !sound) return { problems, readable: false };
	if (sound && !isMap(document.contents)) {
		return {
			problems: [problem(undefined, 'This file has no fields; one is written “id: …”.', true)],
			readable: false
		};
	}

	const findings: Finding[] = [
		...document.errors.map((error) => plainWords(error, file)),
		...lostWords(file, sound)
	].sort((a, b) => a.offset - b.offset);
	const readable = sound && !findings.some(({ derails }) => derails);
	// One mistake is one sentence: the rest of its line, and what comes after it, would be told as faults of their own.
	const end = findings.findIndex(({ derails }) => derails);
	const told = new Map<number, string>();
	for (const { offset, sentence } of end === -1 ? findings : findings.slice(0, end + 1)) {
		const line = file.lineAt(offset);
		if (!told.has(line)) told.set(line, sentence);
	}
	problems.push(...[...told].map(([line, sentence]) => problem(line, sentence, !readable)));
	return { problems, readable };
}

/** Tabs anywhere, and where the file cannot be read also other blanks that only look like a space. */
function blankLines(text: string, sound: boolean): { line: number; sentence: string } | null {
	const lines = text.split('\n');
	for (const [name, pattern] of [
		['tab', /\t/],
		['non-breaking space', sound ? null : /^[ \u00a0]*\u00a0|^ *(?:- +)?[\w-]+:\u00a0/]
	] as const) {
		const [line, ...more] = lines.flatMap((words, i) => (pattern?.test(words) ? [i + 1] : []));
		if (line === undefined) continue;
		return {
			line,
			sentence: `A ${name} stands here${moreLines(more.length)}; YAML reads only spaces, so write spaces in its place.`
		};
	}
	return null;
}

/** Words that YAML takes for a comment, a label or a kind, so that no reader sees them. */
function lostWords({ document, text }: YamlFile, sound: boolean): Finding[] {
	const findings: Finding[] = [];
	visit(document, {
		Node(_, node) {
			const [from, to] = node.range ?? [0, 0];
			if (isScalar(node) && node.type === 'PLAIN') {
				const [comment] = /^[ \t]*#.*/.exec(text.slice(to)) ?? [];
				if (comment) {
					findings.push({
						offset: to,
						sentence: `The text ends before “${cut(comment)}”, which YAML takes for a comment; ${QUOTES}, or give the comment a line of its own.`,
						derails: !sound
					});
				}
			}
			const sign = isAlias(node) ? `*${node.source}` : signOf(node);
			if (sign) {
				findings.push({
					offset: from,
					sentence: `The text begins with “${cut(sign)}”, which YAML takes for a sign of its own; ${QUOTES}.`,
					derails: isAlias(node)
				});
			}
		}
	});
	return findings;
}

function signOf(node: Node): string | null {
	const { anchor, tag } = node as Partial<Scalar>;
	return anchor ? `&${anchor}` : (tag ?? null);
}

/** An error of the YAML library, for people who never read its manual. */
function plainWords(error: YAMLError, file: YamlFile): Finding {
	const [from, to] = error.pos;
	const derails = !LOCAL.includes(error.code);
	const say = (sentence: string, offset = from): Finding => ({ offset, sentence, derails });
	switch (error.code) {
		case 'DUPLICATE_KEY': {
			const [key] = /^[^:\s]+/.exec(file.text.slice(from)) ?? [''];
			return say(`“${key}” stands twice; every id and every field stands once.`);
		}
		case 'BLOCK_AS_IMPLICIT_KEY':
			return say(
				`A second colon makes a field of words, or the next line is indented too far; ${QUOTES} if it has a colon, or indent the line like its neighbours.`
			);
		case 'MULTILINE_IMPLICIT_KEY':
			return say(
				'This line is neither a field nor part of a text: a field is its name, a colon and a space; a text that goes on is indented further than its field.'
			);
		case 'BAD_SCALAR_START':
			return say(`A text cannot begin with “${file.text[from] ?? ''}”; ${QUOTES}.`);
		case 'BAD_DQ_ESCAPE':
			return say(
				`“${file.text.slice(from, Math.max(to, from + 2))}” means nothing between double quotes; use single quotes there, or write the backslash twice.`
			);
		case 'MULTIPLE_DOCS':
			return say('A line of dashes or dots ends the file here; take it out.');
		case 'BAD_INDENT':
			return /^Flow/.test(error.message)
				? say(
						'A bracket [ or { that was opened above is not closed, or its lines are not indented.'
					)
				: say(
						'This line is indented unlike its neighbours; fields of one entry begin in the same column, and the lines of a text further right than its field.'
					);
		case 'MISSING_CHAR':
			return /closing/.test(error.message)
				? say('The quotes that open here are never closed.', quoteBefore(file, from))
				: say('This line has no colon after a name; a field is its name, a colon and a space.');
		case 'UNEXPECTED_TOKEN':
			if (/node end/.test(error.message)) {
				if (/[\]}]$/.test(file.text.slice(0, from).trimEnd())) {
					return say(`A text that begins with [ or { is taken for a list or fields; ${QUOTES}.`);
				}
				return say(
					"Words follow where the quotes are closed already; between single quotes an apostrophe is written twice (''), between double quotes a quote as \\\"."
				);
			}
			if (/^Not a YAML token/.test(error.message)) {
				return say(
					`After > or | a text begins in the next line; ${QUOTES} if it begins with such a sign.`
				);
			}
			break;
		default:
	}
	return say(
		'This line cannot be read; compare its indent, quotes, brackets and colons with those of its neighbours.'
	);
}

/** Where the last quotes before an error were opened. */
function quoteBefore({ document }: YamlFile, offset: number): number {
	let start = offset;
	visit(document, {
		Scalar(_, { type, range }) {
			if (range && range[0] <= offset && (type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE')) {
				start = range[0];
			}
		}
	});
	return start;
}

const cut = (words: string): string => {
	const line = words.trim();
	return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};
