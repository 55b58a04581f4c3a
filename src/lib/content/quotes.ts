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
	const times = timesOf(quote, words);
	if (times > 1) {
		return `The words “${quote}” stand ${times} times in the telegram at beat ${beat}; quote more of them, so that one place is meant.`;
	}
	if (times === 1) return null;
	if (words.includes(quote)) {
		return `The quote “${quote}” begins or ends inside a word of the telegram at beat ${beat}; quote whole words.`;
	}
	return `The words “${quote}” are not in the telegram at beat ${beat}; quote them exactly.${whereElse(quote, beat, passages)}`;
}

/** “ They stand at beat two-ships.”, or what is written otherwise in the telegram, or nothing. */
function whereElse(quote: string, beat: string, passages: readonly TelegramPassage[]): string {
	const curly = quote.replaceAll("'", '’');
	const straight = curly === quote ? '' : ' The telegram has ’.';
	const others = [...new Set(passages.map((passage) => passage.beat))].filter(
		(other) => other !== beat && timesOf(curly, wordsOfBeat(passages, other)) > 0
	);
	// Short words stand nearly everywhere; where, says nothing then.
	const [other] = others.length === 1 ? others : [];
	return straight + (other === undefined ? '' : ` They stand at beat ${other}.`);
}

/** How many times words stand in a text, not as parts of longer words. */
function timesOf(words: string, text: string): number {
	const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const before = /^[\p{L}\p{N}]/u.test(words) ? '(?<![\\p{L}\\p{N}])' : '';
	const after = /[\p{L}\p{N}]$/u.test(words) ? '(?![\\p{L}\\p{N}])' : '';
	return [...text.matchAll(new RegExp(before + escaped + after, 'gu'))].length;
}
