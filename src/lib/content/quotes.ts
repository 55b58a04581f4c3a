import { distance } from 'fastest-levenshtein';
import { wordsOfBeat, type TelegramPassage } from './telegram';

/**
 * What is wrong with a quote of a beat's words of the telegram: it is verbatim, of whole words, and from one place.
 *
 * @returns a sentence; null for a sound quote
 */
export function quoteMistake(
	quote: string,
	beat: string,
	passages: readonly TelegramPassage[]
): string | null {
	const words = wordsOfBeat(passages, beat);
	if (words === '') {
		return `The beat “${beat}” has no words of the telegram to quote; name the beat in which “${quote}” stands.`;
	}
	const times = placesOf(quote, words).length;
	if (times > 1) {
		return `The words “${quote}” stand ${times} times in the telegram at beat ${beat}; quote more of them, so that one place is meant.`;
	}
	if (times === 1) return null;
	if (words.includes(quote)) {
		return `The quote “${quote}” begins or ends inside a word of the telegram at beat ${beat}; quote whole words.`;
	}
	return `The words “${quote}” are not in the telegram at beat ${beat}; quote them exactly.${whereElse(quote, beat, passages)}`;
}

/** “ They stand at beat two-ships.”, or how the telegram has them, or nothing. */
function whereElse(quote: string, beat: string, passages: readonly TelegramPassage[]): string {
	const curly = quote.replaceAll("'", '’');
	const straight = curly === quote ? '' : ' The telegram has ’.';
	const others = [...new Set(passages.map((passage) => passage.beat))].filter(
		(other) => other !== beat && placesOf(curly, wordsOfBeat(passages, other)).length > 0
	);
	// Short words stand nearly everywhere; where, says nothing then.
	const [other] = others.length === 1 ? others : [];
	if (other !== undefined) return `${straight} They stand at beat ${other}.`;
	return straight || nearestWords(quote, wordsOfBeat(passages, beat));
}

/** “ The nearest words are “…”.” as the end of a sentence, or nothing where no words are like the quote. */
function nearestWords(quote: string, words: string): string {
	const all = words.split(' ');
	const many = quote.trim().split(/\s+/).length;
	let best = '';
	let least = quote.length / 2;
	for (let i = 0; i + many <= all.length; i += 1) {
		const candidate = all.slice(i, i + many).join(' ');
		const edits = distance(candidate, quote);
		if (edits < least) [best, least] = [candidate, edits];
	}
	return best && ` The nearest words are “${best}”.`;
}

/**
 * Where words stand in a text, not as parts of longer words. White space may be folded otherwise.
 *
 * @returns the offsets of their first characters
 */
export function placesOf(words: string, text: string): number[] {
	const escaped = words
		.trim()
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\s+/g, '\\s+');
	const before = /^\s*[\p{L}\p{N}]/u.test(words) ? '(?<![\\p{L}\\p{N}])' : '';
	const after = /[\p{L}\p{N}]\s*$/u.test(words) ? '(?![\\p{L}\\p{N}])' : '';
	return [...text.matchAll(new RegExp(before + escaped + after, 'gu'))].map(({ index }) => index);
}
