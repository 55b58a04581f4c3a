/** A first sentence shorter than this says too little alone: the next one comes with it. Characters. */
const SHORT = 45;

/**
 * The sentence that a text begins with; after a very short one, the two.
 *
 * @param text without markup
 * @param lang language of the text
 */
export function openingOf(text: string, lang: string): string {
	const sentences: string[] = [];
	for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
		const before = sentences.at(-1);
		// “telegram no. 1856”: no sentence begins with a figure after an abbreviation.
		if (
			before !== undefined &&
			/\b\p{Ll}{1,3}\.\s$/u.test(before) &&
			/^[\d\p{Ll}]/u.test(segment)
		) {
			sentences[sentences.length - 1] = before + segment;
		} else sentences.push(segment);
	}
	const [first = '', second = ''] = sentences;
	return (first.trim().length < SHORT ? first + second : first).trim();
}
