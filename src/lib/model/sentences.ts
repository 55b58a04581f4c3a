/** “telegram no. 1856”, “S. Mikoyan”: an abbreviation ends no sentence. */
const ABBREVIATED = /(?:\b\p{Ll}{1,3}|\b\p{Lu})\.\s+$/u;
/** “S. Mikoyan”, “cde. Pavlov”: a name comes after it. */
const BEFORE_NAME = /\b(?:\p{Lu}|cde)\.\s+$/u;

/**
 * The sentences of a text, each with the white space after it: joined they are the text. Where the browser cannot tell (Firefox
 * before 125), the text is one.
 *
 * @param text without markup
 * @param lang language of the text
 */
export function sentencesOf(text: string, lang: string): string[] {
	if (!('Segmenter' in Intl)) return [text];
	const sentences: string[] = [];
	for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
		const before = sentences.at(-1);
		const goesOn =
			before !== undefined &&
			ABBREVIATED.test(before) &&
			(/^[\d\p{Ll}]/u.test(segment) || BEFORE_NAME.test(before));
		if (goesOn) sentences[sentences.length - 1] = before + segment;
		else sentences.push(segment);
	}
	return sentences;
}
