import { render } from 'svelte/server';
import { GLOBE_WORDS } from '$lib/globe/words';
import { LEGEND_KEYS } from '$lib/model/legend';
import { minutes } from '$lib/model/minutes';
import type { ServerHtml } from '$lib/model/server-html';
import type { Story } from '$lib/model/story';
import Flow from '$lib/prose/Flow.svelte';
import { legendWord } from '$lib/model/word-keys';
import { pickWords, type WordsOf } from '$lib/model/words';
import { RULER_WORDS } from '$lib/ruler/words';
import { TABLE_WORDS } from '$lib/stage/table/words';
import { STAGE_WORDS } from '$lib/stage/words';
import { still } from './markup';
import { site } from './site';

/** Keys of the words that the story page needs in the browser: its own and those of its rooms. */
const STORY_WORDS = [
	'description',
	'mapFailed',
	'siteTitle',
	'siteTitleOf',
	'skip',
	...STAGE_WORDS,
	...TABLE_WORDS,
	...GLOBE_WORDS,
	...LEGEND_KEYS.map(legendWord),
	...RULER_WORDS
] as const;

type StoryWords = WordsOf<(typeof STORY_WORDS)[number]>;

/** Everything the story page is made of. */
export interface StoryPage {
	readonly story: Story;
	readonly words: StoryWords;
	/** Headline of the cover. */
	readonly title: string;
	readonly flow: ServerHtml;
}

/**
 * Builds the story page of one language.
 *
 * @throws ContentError when the content is broken
 */
export function storyPage(lang: string): StoryPage {
	const { story, flow, ui, imprint } = site(lang);
	const read = story.beats.reduce((sum, beat) => sum + beat.words, 0);
	const length = { story: minutes(read), optional: minutes(flow.optionalWords) };
	return {
		story,
		words: pickWords(ui, STORY_WORDS),
		title: story.beats[0]?.title ?? '',
		flow: still(
			'flow',
			render(Flow, {
				props: {
					sections: flow.sections,
					strip: flow.strip,
					ranges: flow.ranges,
					words: ui,
					minutes: length,
					imprint
				}
			}).body
		)
	};
}
