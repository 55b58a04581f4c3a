import { PLURAL_CATEGORIES, pluralRules } from '$lib/model/intl';
import { PLURALS } from '$lib/model/placeholders';
import type { Problem } from './problems';
import type { LanguageWords } from './schema';

/** Whole numbers whose plurals a language must have; the page counts no more than this. */
const MAX_COUNT = 1000;

/** Plural categories of a language that whole numbers can have, and `other`, which every language has. */
function categoriesOf(lang: string): Intl.LDMLPluralRule[] {
	const rules = pluralRules(lang);
	const used = new Set(Array.from({ length: MAX_COUNT + 1 }, (_, n) => rules.select(n)));
	return PLURAL_CATEGORIES.filter((category) => category === 'other' || used.has(category));
}

/** A sentence with plural forms has exactly those of its language, and counts something. */
export function checkPlurals(languages: ReadonlyMap<string, Partial<LanguageWords>>): Problem[] {
	const problems: Problem[] = [];
	for (const [lang, words] of languages) {
		const wanted: readonly string[] = categoriesOf(lang);
		for (const [id, sentence] of Object.entries(words['ui.yaml'] ?? {})) {
			if (typeof sentence === 'string') continue;
			const say = (text: string, at: string[] = []) =>
				problems.push({ file: `${lang}/ui.yaml`, id, at, sentence: text });
			if (!(PLURALS as readonly string[]).includes(id)) {
				say('This sentence does not depend on a number and has no plural forms; write one text.');
				continue;
			}
			const missing = wanted.filter((form) => !Object.hasOwn(sentence, form));
			if (missing.length > 0) {
				say(
					`The plural forms of this language are ${wanted.join(', ')}; missing: ${missing.join(', ')}. Where all are the same, one text is enough.`
				);
			}
			for (const form of Object.keys(sentence).filter((form) => !wanted.includes(form))) {
				say(`No number of this language has the plural “${form}”; it has ${wanted.join(', ')}.`, [
					form
				]);
			}
		}
	}
	return problems;
}
