import type { Facts, LanguageWords } from './schema';

/**
 * The forms of every name of a language that plain words may have, by card (`person-guevara`): what the content has under
 * `named`, and without it the name of the entry. The spellings of a person come with either.
 */
export function namesOf(
	facts: Pick<Facts, 'people.yaml'>,
	words: Pick<LanguageWords, 'people.yaml' | 'places.yaml' | 'glossary.yaml'>
): Map<string, readonly string[]> {
	return new Map([
		...Object.entries(words['people.yaml']).map(
			([id, { name, surname, named = [name, surname] }]) =>
				[`person-${id}`, [...named, ...(facts['people.yaml'][id]?.spellings ?? [])]] as const
		),
		...Object.entries(words['places.yaml']).map(
			([id, { name, label, short = label, named = [name, label, short] }]) =>
				[`place-${id}`, named] as const
		),
		...Object.entries(words['glossary.yaml']).map(
			([id, { term, named = termForms(term) }]) => [`term-${id}`, named.flatMap(bothCases)] as const
		)
	]);
}

/** “Marxist / Marxist-Leninist” is two names; what stands in brackets is none. */
const termForms = (term: string): string[] =>
	term
		.replaceAll(/\(.*?\)|\[.*?\]/g, '')
		.split(' / ')
		.map((form) => form.trim());

/** A term begins a sentence or stands within one. */
function bothCases(form: string): string[] {
	const [first = '', ...rest] = form;
	return [...new Set([first.toUpperCase(), first.toLowerCase()])].map((letter) =>
		[letter, ...rest].join('')
	);
}
