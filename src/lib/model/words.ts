import { formatAmount, pluralOf, type Amount } from './intl';
import type { PLACEHOLDERS, PLURALS } from './placeholders';
import type { UiKey } from './ui-keys';

/** Keys of sentences that are filled in. */
type MessageKey = keyof typeof PLACEHOLDERS;
/** Keys of sentences that may have a form for each plural of their language. */
type PluralKey = (typeof PLURALS)[number];

/** A sentence, or its forms by plural category (`one`, `few`, `other` …). */
type Plural = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The interface's words in the language of the page, `ui.yaml`, and the code of that language. */
export type Words = { readonly lang: string } & {
	readonly [K in UiKey]: K extends PluralKey ? Plural : string;
};

/** The words with these keys alone. */
export type WordsOf<K extends UiKey> = Pick<Words, K | 'lang'>;

/** What is filled into a sentence: a value for each of its placeholders. Numbers are written as its language does. */
type Values<K extends MessageKey> = {
	readonly [P in (typeof PLACEHOLDERS)[K][number]]: P extends 'n'
		? K extends PluralKey
			? Amount
			: Amount | string
		: Amount | string;
};

/**
 * A sentence with `{name}` filled in.
 *
 * @param values by name; a name without a value stays as it is, so that a sentence may show braces as an example
 */
export const fill = (
	sentence: string,
	values: Readonly<Record<string, Amount | string>>,
	lang: string
): string =>
	sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
		const value = values[name] ?? place;
		return typeof value === 'string' ? value : formatAmount(lang, value);
	});

/**
 * A sentence of the interface with its placeholders filled in, in the plural that `n` asks for.
 *
 * @param words at least the sentence with this key
 * @param values by the names of the placeholders
 */
export function formatMessage<K extends MessageKey>(
	words: WordsOf<K>,
	key: K,
	values: Values<K>
): string {
	const { lang } = words;
	const given: Readonly<Record<string, Amount | string>> = values;
	const sentence: Plural = words[key];
	if (typeof sentence === 'string') return fill(sentence, given, lang);
	const form = sentence[pluralOf(lang, given.n as Amount)] ?? sentence.other ?? '';
	return fill(form, given, lang);
}

/**
 * The text before and after a placeholder, so that markup can stand in its place.
 *
 * @param name of the placeholder
 * @param values of the other placeholders
 */
export function aroundPlaceholder<
	K extends MessageKey,
	P extends (typeof PLACEHOLDERS)[K][number] & string
>(
	words: WordsOf<K>,
	key: K,
	name: P,
	values: Omit<Values<K>, P>
): readonly [before: string, after: string] {
	const [before = '', after = ''] = formatMessage(words, key, {
		...values,
		[name]: '\0'
	} as Values<K>).split('\0');
	return [before, after];
}

/** The words with these keys alone: what one page or room needs of them. */
export const pickWords = <K extends UiKey>(words: Words, keys: readonly K[]): WordsOf<K> =>
	Object.fromEntries(['lang' as const, ...keys].map((key) => [key, words[key]])) as WordsOf<K>;
