import type { Run } from '$lib/model/prose';

/** What words can link to. */
export const LINK_KINDS = ['person', 'place', 'term'] as const;

/** `[words](kind:id)`; the words may hold one pair of square brackets, as the translator's additions do. */
export const LINK = /\[((?:\[[^\]]*\])|[^[\]]+)\]\((person|place|term):([\w-]+)\)/g;

/** A link in prose or in the telegram's words. */
export interface Link {
	readonly kind: (typeof LINK_KINDS)[number];
	readonly id: string;
}

/** Every link of a text, in order. */
export function linksOf(text: string): Link[] {
	return [...text.matchAll(LINK)].map(([, , kind, id]) => ({
		kind: kind as Link['kind'],
		id: id ?? ''
	}));
}

/** Splits one line of words into runs: plain words and links to cards. */
export function runsOf(text: string, phrase = false): Run[] {
	const runs: Run[] = [];
	const push = (words: string, card?: string) => {
		if (words) runs.push({ text: words, ...(phrase && { phrase }), ...(card && { card }) });
	};
	let at = 0;
	for (const match of text.matchAll(LINK)) {
		push(text.slice(at, match.index));
		push(match[1] ?? '', `${match[2]}-${match[3]}`);
		at = match.index + match[0].length;
	}
	push(text.slice(at));
	return runs;
}

/** Prose to paragraphs: blank lines part them, single line ends are spaces. */
export function paragraphsOf(text: string): Run[][] {
	return text
		.trim()
		.split(/\n\s*\n/)
		.map((paragraph) => runsOf(paragraph.replace(/\s+/g, ' ').trim()))
		.filter((runs) => runs.length > 0);
}

/** The words a reader sees, without markup. */
export function plain(text: string): string {
	return text.replace(LINK, '$1').replaceAll('**', '');
}

/** How many words a text has, markup aside. */
export function countWords(text: string): number {
	return plain(text).split(/\s+/).filter(Boolean).length;
}
