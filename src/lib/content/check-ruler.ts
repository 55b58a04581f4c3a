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
	const say = (id: string, sentence: string, ...at: string[]) =>
		problems.push({ file: 'story.yaml', id, sentence, at });
	const known = (entry: string, place: string, ...at: string[]): boolean => {
		if (Object.hasOwn(places, place)) return true;
		say(
			entry,
			`The place “${place}” does not exist.${hint(place, Object.keys(places))}`,
			...at,
			place
		);
		return false;
	};

	for (const place of [...origins, ...table, ...without]) known('ruler', place);
	for (const place of [...origins, ...table].filter((id) => without.includes(id))) {
		say(
			'ruler',
			`The place “${place}” stands under “without” too; the ruler needs it.`,
			'without',
			place
		);
	}
	for (const [lang, words] of languages) {
		for (const place of origins.filter((id) => Object.hasOwn(places, id))) {
			if (words['places.yaml']?.[place] && !words['places.yaml'][place].land) {
				problems.push({
					file: `${lang}/places.yaml`,
					id: place,
					sentence:
						'The ruler starts here and its button needs the country: the field “land” is missing.'
				});
			}
		}
	}
	for (const { id, ruler } of story.sections.flatMap(({ beats }) => beats)) {
		if (!ruler) continue;
		const entry = `beat ${id}`;
		if (known(entry, ruler.from, 'ruler') && !origins.includes(ruler.from)) {
			say(
				entry,
				`The ruler starts at “${ruler.from}”, which is no origin.${hint(ruler.from, origins)}`,
				'ruler'
			);
		}
		if (
			known(entry, ruler.to, 'ruler') &&
			(without.includes(ruler.to) || ruler.to === ruler.from)
		) {
			say(
				entry,
				`The ruler cannot end at “${ruler.to}”: it starts there, or “without” names it.`,
				'ruler'
			);
		}
	}
	return problems;
}
