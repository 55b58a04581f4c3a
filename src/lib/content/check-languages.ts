import { mistakesInProse } from './markup';
import { UI_KEYS } from '$lib/model/ui-keys';
import { hint, type Problem } from './problems';
import { linksOf, plain } from './prose';
import type { Facts, LanguageWords } from './schema';
import type { TelegramPassage } from './telegram';

/** Every language has the same keys as the facts, no more and no fewer, and its links lead somewhere. */
export function checkLanguages(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>,
	passages: readonly TelegramPassage[]
): Problem[] {
	const problems: Problem[] = [];
	const sections = facts['story.yaml']?.sections;
	const beats = sections?.flatMap((section) => section.beats.map(({ id }) => id));
	const cards = {
		person: facts['people.yaml'],
		place: facts['places.yaml'],
		term: facts['glossary.yaml']
	};

	const links = (file: string, id: string, text: string) => {
		for (const link of linksOf(text)) {
			const table = cards[link.kind];
			if (table && !Object.hasOwn(table, link.id)) {
				problems.push({
					file,
					id,
					at: [`${link.kind}:${link.id}`],
					sentence: `The ${link.kind} “${link.id}” does not exist.${hint(link.id, Object.keys(table))}`
				});
			}
		}
	};
	for (const { beat, source } of passages) links('telegram.md', `beat ${beat}`, source);

	for (const [lang, words] of languages) {
		const compare = (
			file: string,
			has: object | undefined,
			wants: readonly string[] | undefined,
			what = ''
		) => {
			if (!has || !wants) return;
			const path = `${lang}/${file}`;
			for (const id of wants.filter((key) => !Object.hasOwn(has, key))) {
				problems.push({
					file: path,
					id: what + id,
					sentence: 'These words are missing in this language.'
				});
			}
			for (const id of Object.keys(has).filter((key) => !wants.includes(key))) {
				problems.push({
					file: path,
					id: what + id,
					sentence:
						file === 'ui.yaml'
							? `The interface says nothing under “${id}”; a new key is made known by “npm run ui-keys”.${hint(id, wants)}`
							: `Nothing has the id “${id}”.${hint(id, wants)}`
				});
			}
		};
		for (const file of [
			'people.yaml',
			'places.yaml',
			'names.yaml',
			'missiles.yaml',
			'regions.yaml',
			'territories.yaml',
			'states.yaml',
			'topics.yaml',
			'glossary.yaml',
			'evidence.yaml',
			'clock.yaml',
			'timeline.yaml',
			'charts.yaml'
		] as const) {
			compare(file, words[file], facts[file] && Object.keys(facts[file]));
		}
		compare(
			'story.yaml',
			words['story.yaml']?.sections,
			sections?.map(({ id }) => id),
			'section '
		);
		compare('story.yaml', words['story.yaml']?.beats, beats, 'beat ');
		compare('story.yaml', words['story.yaml']?.attract, facts['story.yaml']?.attract, 'attract ');
		for (const [id, sentence] of Object.entries(words['story.yaml']?.attract ?? {})) {
			const narration = words['story.yaml']?.beats[id]?.narration;
			// A mistake in a link is told already.
			if (narration === undefined || mistakesInProse(narration).length > 0) continue;
			const told = plain(narration).replace(/\s+/g, ' ');
			if (told.includes(sentence)) continue;
			problems.push({
				file: `${lang}/story.yaml`,
				id: `attract ${id}`,
				sentence:
					'This sentence does not stand in the narration of its beat; copy it word for word.'
			});
		}
		compare('ui.yaml', words['ui.yaml'], UI_KEYS);

		for (const [id, { strip }] of Object.entries(facts['timeline.yaml'] ?? {})) {
			const event = words['timeline.yaml']?.[id];
			if (!strip || !event || event.short) continue;
			problems.push({
				file: `${lang}/timeline.yaml`,
				id,
				sentence: 'This event stands on the strip and has no “short” text for it.'
			});
		}
		for (const [id, { narration }] of Object.entries(words['story.yaml']?.beats ?? {})) {
			links(`${lang}/story.yaml`, `beat ${id}`, narration);
		}
		for (const [id, { text }] of Object.entries(words['topics.yaml'] ?? {})) {
			links(`${lang}/topics.yaml`, id, text);
		}
		for (const [id, person] of Object.entries(words['people.yaml'] ?? {})) {
			links(`${lang}/people.yaml`, id, person.bio);
			for (const { beat } of person.inTelegram) {
				if (beats && !beats.includes(beat)) {
					problems.push({
						file: `${lang}/people.yaml`,
						id,
						at: ['inTelegram', beat],
						sentence: `The beat “${beat}” does not exist.${hint(beat, beats)}`
					});
				}
			}
		}
	}
	return problems;
}
