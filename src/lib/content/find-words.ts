/**
 * Where words stand in a text. White space may be folded otherwise there; an id is no part of a longer one.
 *
 * @returns the offset of their first character; -1 when they do not stand there
 */
export function findWords(text: string, words: string): number {
	const escaped = words
		.trim()
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\s+/g, '\\s+');
	const before = /^[\w-]/.test(words) ? '(?<![\\w-])' : '';
	const after = /[\w-]$/.test(words) ? '(?![\\w-])' : '';
	return text.search(new RegExp(before + escaped + after));
}

/** How many lines a text has; one when it is empty. */
export const linesOf = (text: string): number => text.split('\n').length;
