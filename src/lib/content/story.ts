import { entry } from './entry';
import type { Story } from '$lib/model/story';
import { buildChart } from './charts';
import type { Content } from './check';
import { atlasOf, mapScene } from './map-scene';
import { peopleByBeat } from './people-states';
import { countWords, plain } from './prose';
import { rulerFacts } from './ruler-facts';
import type { LanguageWords } from './schema';
import { wordsOfBeat } from './telegram';

/** The words of a language. @throws when the content has no such language */
export function wordsOf(content: Content, lang: string): LanguageWords {
	const words = content.words.get(lang);
	if (!words) {
		throw new Error(
			`The content has no language “${lang}”; it has ${[...content.words.keys()].join(', ')}.`
		);
	}
	return words;
}

/** What the browser needs of the checked content: ids, coordinates, short labels. No prose. */
export function buildStory(content: Content, lang: string): Story {
	const { facts, passages } = content;
	const words = wordsOf(content, lang);
	const { sections } = facts['story.yaml'];
	const people = peopleByBeat(facts['story.yaml'], facts['people.yaml']);
	const flat = sections.flatMap((section) =>
		section.beats.map((beat) => ({ beat, section: section.id }))
	);
	const atlas = atlasOf(facts, words);
	return {
		lang,
		sections: sections.map(({ id, number, beats }) => ({
			id,
			number,
			title: entry(words['story.yaml'].sections, id).title,
			beats: beats.map((beat) => beat.id)
		})),
		beats: flat.map(({ beat, section }, index) => {
			const told = entry(words['story.yaml'].beats, beat.id);
			const telegramWords = countWords(wordsOfBeat(passages, beat.id));
			return {
				id: beat.id,
				section,
				title: told.title,
				stage: beat.stage,
				map: mapScene(beat, facts, words, atlas),
				people: people[index] ?? {},
				speech: beat.speech.map(({ from, to, act }) => ({ from, to, act })),
				panel: beat.panel ?? null,
				chart: beat.chart ? buildChart(beat.chart, { facts, words, lang }) : null,
				ruler: beat.ruler ?? null,
				clock: beat.clock,
				told: beat.told ?? null,
				words: telegramWords + countWords(plain(told.narration)),
				telegramWords
			};
		}),
		people: Object.entries(facts['people.yaml']).map(([id, { seat, initials }]) => ({
			id,
			seat,
			initials,
			name: entry(words['people.yaml'], id).name,
			surname: entry(words['people.yaml'], id).surname
		})),
		atlas,
		ruler: rulerFacts(facts, words)
	};
}
