import { PARAGRAPH_IDS } from '$lib/model/paragraphs';
import type { Run } from '$lib/model/prose';
import { findWords, linesOf } from './find-words';
import { mistakesInTelegram } from './markup';
import { hint, type Problem } from './problems';
import { countWords, plain, runsOf } from './prose';

/** Our cut of the telegram, and the document as received. */
export const TELEGRAM = 'telegram.md';
export const SOURCE = 'source/telegram-1856.txt';
const FILE = TELEGRAM;
/** How many words around a difference are shown. */
const AROUND = 3;

/** The words of one paragraph that belong to one beat. */
export interface TelegramPassage {
	readonly paragraph: string;
	readonly beat: string;
	/** As written in `telegram.md`, with its markup, white space folded. */
	readonly source: string;
	/** The same with its line ends, and the line on which it begins. */
	readonly written: string;
	readonly line: number;
	readonly runs: readonly Run[];
}

/** Reads `telegram.md`: `## paragraph`, `### beat`, then words. */
export function parseTelegram(text: string): {
	passages: TelegramPassage[];
	problems: Problem[];
} {
	const passages: TelegramPassage[] = [];
	const problems: Problem[] = [];
	let paragraph = '';
	const shown = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
	let next = 1;
	for (const block of shown.split(/^(?=#{2,3} )/m)) {
		const start = next;
		next += linesOf(block) - 1;
		const [, level, id, words = block] = /^(#{2,3}) +(\S+) *$([\s\S]*)/m.exec(block) ?? [];
		const written = words.trimStart();
		const body = words.replace(/\s+/g, ' ').trim();
		const line = start + linesOf(block.slice(0, block.length - written.length)) - 1;
		const lineOf = (part: string) =>
			line + linesOf(written.slice(0, Math.max(0, findWords(written, part)))) - 1;
		const say = (at: number, entry: string, sentence: string, unread = false) =>
			problems.push({ file: FILE, line: at, id: entry, sentence, unread });

		for (const [heading] of written.matchAll(/^[ \t]*#.*/gm)) {
			const sentence = `The line “${heading.trim().slice(0, 40)}” is no heading; one is “## paragraph” or “### beat”: the signs, a space and one id.`;
			say(lineOf(heading), '', sentence, true);
		}
		if (!level || !id) {
			if (body && !body.startsWith('#')) {
				say(
					line,
					'',
					`The words “${body.slice(0, 40)}” stand under no heading; put them under “## paragraph” and “### beat”.`
				);
			}
		} else if (level === '##') {
			paragraph = id;
			if (body) {
				say(
					line,
					`paragraph ${id}`,
					`The words “${body.slice(0, 40)}” belong to no beat; put a line “### beat” above them.`
				);
			}
		} else if (!body) {
			say(start, `beat ${id}`, 'This beat has a heading and no words.');
		} else {
			passages.push({
				paragraph,
				beat: id,
				source: body,
				written,
				line,
				runs: runsOfPassage(body)
			});
			for (const mistake of mistakesInTelegram(body)) {
				say(lineOf(mistake.words), `beat ${id}`, mistake.sentence);
			}
		}
	}
	return { passages, problems };
}

/** `**…**` marks the phrase of the beat; links may stand inside it. */
function runsOfPassage(text: string): Run[] {
	return text.split('**').flatMap((part, i) => runsOf(part, i % 2 === 1));
}

/** The phrases of a beat that are underlined in red pencil, in order. */
export const phrasesOf = (passages: readonly TelegramPassage[], beat: string): string[] =>
	passages
		.filter((passage) => passage.beat === beat)
		.flatMap(({ source }) => source.split('**').filter((_, i) => i % 2 === 1))
		.map(plain);

/** The words of a beat as a reader sees them. */
export function wordsOfBeat(passages: readonly TelegramPassage[], beat: string): string {
	return passages
		.filter((passage) => passage.beat === beat)
		.map(({ source }) => plain(source))
		.join(' ');
}

/** Every paragraph once, in order. */
export function checkParagraphs(passages: readonly TelegramPassage[]): Problem[] {
	const seen = [...new Set(passages.map(({ paragraph }) => paragraph))];
	const unknown = seen.filter((id) => !PARAGRAPH_IDS.includes(id));
	const missing = PARAGRAPH_IDS.filter((id) => !seen.includes(id));
	const known = seen.filter((id) => PARAGRAPH_IDS.includes(id));
	const ordered = [...known].sort((a, b) => PARAGRAPH_IDS.indexOf(a) - PARAGRAPH_IDS.indexOf(b));
	return [
		...unknown.map((id) => ({
			file: FILE,
			id: `paragraph ${id}`,
			sentence: `There is no paragraph “${id}” in the telegram.${hint(id, PARAGRAPH_IDS)}`
		})),
		...missing.map((id) => ({
			file: FILE,
			id: `paragraph ${id}`,
			sentence: 'This paragraph is missing; every one of the telegram must be there.'
		})),
		...known
			.filter((id, i) => id !== ordered[i])
			.slice(0, 1)
			.map((id) => ({
				file: FILE,
				id: `paragraph ${id}`,
				sentence: 'This paragraph is out of order; the telegram keeps its order.'
			}))
	];
}

/**
 * The line of a paragraph's or a beat's heading, or of words below it.
 *
 * @param id as in a `Problem`: `beat rumour`
 * @param at ends with the words that are looked for
 */
export function lineInTelegram(
	text: string,
	id: string,
	at: readonly string[] = []
): number | undefined {
	const heading = findWords(text, `## ${id.replace(/^\w+ /, '')}`);
	if (heading === -1) return undefined;
	const words = at.at(-1);
	const below = words === undefined ? -1 : findWords(text.slice(heading), words);
	return linesOf(text.slice(0, heading + Math.max(0, below)));
}

/** Compares every word with the document as received, white space folded. Stops at the first difference. */
export function compareWithSource(
	passages: readonly TelegramPassage[],
	received: string
): (Problem & { readonly beat: string })[] {
	const ours = passages.flatMap((passage) =>
		plain(passage.source)
			.split(' ')
			.map((word, i) => ({ word, i, passage }))
	);
	const theirs = received.split(/\s+/).filter(Boolean);
	const at = theirs.findIndex((word, i) => ours[i]?.word !== word);
	const first = at === -1 && ours.length > theirs.length ? theirs.length : at;
	if (first === -1) return [];
	const context = (words: readonly string[]) =>
		words.slice(Math.max(0, first - AROUND), first + AROUND + 1).join(' ') || 'nothing';
	const here = ours[Math.min(first, ours.length - 1)];
	return [
		{
			file: FILE,
			line: here && lineOfWord(here.passage, here.i),
			id: `paragraph ${here?.passage.paragraph ?? ''}`,
			beat: here?.passage.beat ?? '',
			sentence: `Word ${first + 1} differs from source/telegram-1856.txt: the source has “${context(theirs)}”, this file “${context(ours.map(({ word }) => word))}”. The telegram's words are never changed.`
		}
	];
}

/** The line of a passage's word, counted from 0. */
function lineOfWord({ written, line }: TelegramPassage, index: number): number {
	const lines = written.split('\n');
	const before = lines.findIndex((_, i) => countWords(lines.slice(0, i + 1).join(' ')) > index);
	return line + Math.max(0, before);
}
