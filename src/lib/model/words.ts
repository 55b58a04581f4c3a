import type { PLACEHOLDERS } from './placeholders';
import type { UiKey } from './ui-keys';

/** The interface's words in the language of the page: `ui.yaml`. */
export type Words = Readonly<Record<UiKey, string>>;

/**
 * A sentence with `{name}` filled in.
 *
 * @param values by name; a name without a value stays as it is, so that a sentence may show braces as an example
 */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
	sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Keys of sentences that are filled in. */
type MessageKey = keyof typeof PLACEHOLDERS;

/** What is filled into a sentence: a value for each of its placeholders. */
type Values<K extends MessageKey> = Readonly<
	Record<(typeof PLACEHOLDERS)[K][number], string | number>
>;

/**
 * A sentence of the interface with its placeholders filled in.
 *
 * @param words at least the sentence with this key
 * @param values by the names of the placeholders
 */
export const formatMessage = <K extends MessageKey>(
	words: Pick<Words, K>,
	key: K,
	values: Values<K>
): string => fill(words[key], values);

/** The words with these keys alone: what one page or room needs of them. */
export const pickWords = <K extends UiKey>(words: Words, keys: readonly K[]): Pick<Words, K> =>
	Object.fromEntries(keys.map((key) => [key, words[key]])) as Pick<Words, K>;
