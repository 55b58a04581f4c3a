import { PLACEHOLDERS } from '$lib/model/placeholders';
import { hint } from './problems';
import type { MarkupMistake } from './markup';

/** Everything in braces, but for the JSON that a sentence shows as an example. */
const BRACES = /\{[^{}"]*\}/g;
const EXAMPLE = /\{[^{}]*"[^{}]*\}/g;

/**
 * Where a sentence of the interface and what the page fills into it differ.
 *
 * @param key of `ui.yaml`
 */
export function placeholderMistakes(key: string, sentence: string): MarkupMistake[] {
	const names = Object.hasOwn(PLACEHOLDERS, key)
		? PLACEHOLDERS[key as keyof typeof PLACEHOLDERS]
		: [];
	const wanted = names.map((name) => `{${name}}`);
	const takes =
		wanted.length > 0
			? `the page fills in ${wanted.join(', ')}, written exactly so`
			: 'the page fills in nothing here, and braces would be shown';
	const found: readonly string[] = sentence.match(BRACES) ?? [];
	const unknown = found.filter((words) => !wanted.includes(words));
	if (unknown.length > 0) {
		return unknown.map((words) => ({
			words,
			sentence: `Nothing is filled in for “${words}”; ${takes}.${hint(words, wanted)}`
		}));
	}
	const missing = wanted.filter((words) => !found.includes(words));
	if (missing.length > 0) {
		return [{ words: '', sentence: `The sentence lacks ${missing.join(', ')}; ${takes}.` }];
	}
	const [stray] = /\S*[{}]\S*/.exec(withoutBraces(sentence)) ?? [];
	return stray ? [{ words: stray, sentence: `A brace in “${stray}” stands alone; ${takes}.` }] : [];
}

/** A sentence without what is in braces. */
export const withoutBraces = (sentence: string): string =>
	sentence.replace(BRACES, '').replace(EXAMPLE, '');
