import { hint, type Problem } from './problems';
import type { Facts, LanguageWords } from './schema';

/** The ruler's origins, its table and the beats that carry it, against the places and their words. */
export function checkRuler(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>
): Problem[] {
	const story = facts['story.yaml'];
	const places = facts['places.yaml'];
	if (!story || !places) return [];
	const { origins, table, without } = story.ruler;
	const problems: Problem[] = [];
	const say = (id: string, sentence: string, file = 'story.yaml') =>
		problems.push({ file, id, sentence });
	const known = (entry: string, place: string): boolean => {
		if (place in places) return true;
		say(entry, `The place “${place}” does not exist.${hint(place, Object.keys(places))}`);
		return false;
	};

	for (const place of [...origins, ...table, ...without]) known('ruler', place);
	for (const place of [...origins, ...table].filter((id) => without.includes(id))) {
		say('ruler', `The place “${place}” stands under “without” too; the ruler needs it.`);
	}
	for (const [lang, words] of languages) {
		for (const place of origins) {
			if (words['places.yaml']?.[place] && !words['places.yaml'][place].land) {
				say(
					place,
					'The ruler starts here and its button needs the country: the field “land” is missing.',
					`${lang}/places.yaml`
				);
			}
		}
	}
	for (const { id, ruler } of story.sections.flatMap(({ beats }) => beats)) {
		if (!ruler) continue;
		const entry = `beat ${id}`;
		if (known(entry, ruler.from) && !origins.includes(ruler.from)) {
			say(
				entry,
				`The ruler starts at “${ruler.from}”, which is no origin.${hint(ruler.from, origins)}`
			);
		}
		if (known(entry, ruler.to) && (without.includes(ruler.to) || ruler.to === ruler.from)) {
			say(entry, `The ruler cannot end at “${ruler.to}”: it starts there, or “without” names it.`);
		}
	}
	return problems;
}
