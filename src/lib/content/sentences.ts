import { sentencesOf } from '$lib/model/sentences';

/** A first sentence shorter than this says too little alone: the next one comes with it. Characters. */
const SHORT = 45;

/**
 * The sentence that a text begins with; after a very short one, the two.
 *
 * @param text without markup
 * @param lang language of the text
 */
export function openingOf(text: string, lang: string): string {
	const [first = '', second = ''] = sentencesOf(text, lang);
	return (first.trim().length < SHORT ? first + second : first).trim();
}
