import { localeOf } from '$lib/model/languages';
import type { FlowBeat } from '$lib/model/prose';
import type { Words } from '$lib/model/words';
import { buildFlow } from '$lib/content/flow';
import { buildStory, wordsOf } from '$lib/content/story';
import { content } from './page';

/** One passage in large print. */
export interface LargePage {
	readonly lang: string;
	readonly words: Words;
	readonly beat: FlowBeat;
	/** Title of its section. */
	readonly section: string;
}

/** Ids of every beat, in order. */
export const beatIds = (lang: string): string[] =>
	buildStory(content(), lang).beats.map(({ id }) => id);

/**
 * Builds the page of one passage in large print; null when there is no such beat.
 *
 * @throws ContentError when the content is broken
 */
export function largePage(lang: string, id: string): LargePage | null {
	const all = content();
	const { sections } = buildFlow(all, lang, buildStory(all, lang));
	const section = sections.find(({ beats }) => beats.some((beat) => beat.id === id));
	const beat = section?.beats.find((other) => other.id === id);
	if (!section || !beat) return null;
	return {
		lang: localeOf(lang),
		words: wordsOf(all, lang)['ui.yaml'],
		beat,
		section: section.title
	};
}
