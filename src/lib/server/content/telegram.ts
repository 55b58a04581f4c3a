import { PARAGRAPH_IDS } from '$lib/model/types';
import type { Run } from '$lib/story/types';
import type { Problem } from './problems';
import { hint } from './problems';
import { plain, runsOf } from './prose';

const FILE = 'telegram.md';
/** How many words around a difference are shown. */
const AROUND = 3;

/** The words of one paragraph that belong to one beat. */
export interface TelegramPassage {
	readonly paragraph: string;
	readonly beat: string;
	/** As written in `telegram.md`, with its markup. */
	readonly source: string;
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
	const blocks = text.replace(/<!--[\s\S]*?-->/g, '').split(/^(?=#{2,3} )/m);
	for (const block of blocks) {
		const [, level, id, words = ''] = /^(#{2,3}) +(\S+) *$([\s\S]*)/m.exec(block) ?? [];
		const body = words.replace(/\s+/g, ' ').trim();
		if (!level || !id) {
			if (block.trim()) {
				problems.push({
					file: FILE,
					id: '',
					sentence: `The words “${block.trim().slice(0, 40)}” stand under no heading; put them under “## paragraph” and “### beat”.`
				});
			}
		} else if (level === '##') {
			paragraph = id;
			if (body) {
				problems.push({
					file: FILE,
					id: `paragraph ${id}`,
					sentence: `The words “${body.slice(0, 40)}” belong to no beat; put a line “### beat” above them.`
				});
			}
		} else if (!body) {
			problems.push({
				file: FILE,
				id: `beat ${id}`,
				sentence: 'This beat has a heading and no words.'
			});
		} else {
			passages.push({ paragraph, beat: id, source: body, runs: phrasesOf(body) });
		}
	}
	return { passages, problems };
}

/** `**…**` marks the phrase of the beat; links may stand inside it. */
function phrasesOf(text: string): Run[] {
	return text.split('**').flatMap((part, i) => runsOf(part, i % 2 === 1));
}

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

/** Compares every word with the document as received, white space folded. Stops at the first difference. */
export function compareWithSource(
	passages: readonly TelegramPassage[],
	received: string
): Problem[] {
	const ours = passages.flatMap(({ paragraph, source }) =>
		plain(source)
			.split(' ')
			.map((word) => ({ word, paragraph }))
	);
	const theirs = received.split(/\s+/).filter(Boolean);
	const at = theirs.findIndex((word, i) => ours[i]?.word !== word);
	const first = at === -1 && ours.length > theirs.length ? theirs.length : at;
	if (first === -1) return [];
	const context = (words: readonly string[]) =>
		words.slice(Math.max(0, first - AROUND), first + AROUND + 1).join(' ') || 'nothing';
	return [
		{
			file: FILE,
			id: `paragraph ${ours[Math.min(first, ours.length - 1)]?.paragraph ?? ''}`,
			sentence: `Word ${first + 1} differs from source/telegram-1856.txt: the source has “${context(theirs)}”, this file “${context(ours.map(({ word }) => word))}”. The telegram's words are never changed.`
		}
	];
}
