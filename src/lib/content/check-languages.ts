import { mistakesInProse } from './markup';
import { UI_KEYS } from '$lib/model/ui-keys';
import { fieldList, hint, type Problem } from './problems';
import { linksOf, plain } from './prose';
import { WORDS, type Facts, type LanguageWords } from './schema';
import { fieldsAt } from './schema-fields';
import type { TelegramPassage } from './telegram';
import { threadsOf } from './threads';

/** The parts of a language's `story.yaml`, with what their entries are called in a `Problem`. */
const PARTS = {
	sections: 'section ',
	beats: 'beat ',
	attract: 'attract ',
	evening: 'evening ',
	threads: 'threads ',
	outside: 'outside '
} as const;

/** Every language has the same keys as the facts, no more and no fewer, and its links lead somewhere. */
export function checkLanguages(
	facts: Partial<Facts>,
	languages: ReadonlyMap<string, Partial<LanguageWords>>,
	passages: readonly TelegramPassage[]
): Problem[] {
	const problems: Problem[] = [];
	const sections = facts['story.yaml']?.sections;
	const beats = sections?.flatMap((section) => section.beats.map(({ id }) => id));
	const outside = sections?.flatMap((section) =>
		section.beats.flatMap((beat) => beat.outside ?? [])
	);
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
			file: keyof typeof WORDS,
			has: object | undefined,
			wants: readonly string[] | undefined,
			part?: keyof typeof PARTS
		) => {
			const what = part ? PARTS[part] : '';
			if (!has || !wants) return;
			const path = `${lang}/${file}`;
			const isThere = (key: string) => Object.hasOwn(has, key);
			for (const [i, id] of wants.entries()) {
				if (isThere(id)) continue;
				const before = file === 'ui.yaml' ? undefined : wants.slice(0, i).findLast(isThere);
				problems.push({
					file: path,
					id: what + id,
					after: before && what + before,
					sentence: `These words are missing in this language; write ${wordsUnder(file, part)} under this id${before ? `, for instance below “${before}”, which begins on this line` : ''}.`
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
			'sections'
		);
		compare('story.yaml', words['story.yaml']?.beats, beats, 'beats');
		compare('story.yaml', words['story.yaml']?.attract, facts['story.yaml']?.attract, 'attract');
		compare(
			'story.yaml',
			words['story.yaml']?.evening,
			facts['story.yaml']?.evening.subjects.map(({ id }) => id),
			'evening'
		);
		compare(
			'story.yaml',
			words['story.yaml']?.threads,
			facts['story.yaml'] && threadsOf(facts['story.yaml']),
			'threads'
		);
		compare(
			'story.yaml',
			words['story.yaml']?.outside,
			outside && [...new Set(outside)],
			'outside'
		);
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

/** What is written under an id of a file of words, or of a part of it. */
function wordsUnder(file: keyof typeof WORDS, part?: keyof typeof PARTS): string {
	const fields = fieldsAt(WORDS[file], part ? [part, ''] : [''], {});
	return fields ? fieldList(fields.required) : 'the text';
}
