import { entry } from '$lib/content/entry';
import { checkContent, type Content } from '$lib/content/check';
import { readContent } from '$lib/content/files';
import { buildFlow, type Flow } from '$lib/content/flow';
import type { LanguageWords } from '$lib/content/schema';
import { buildPictures } from '$lib/content/pictures';
import { buildStory, wordsOf } from '$lib/content/story';
import type { Imprint } from '$lib/model/prose';
import type { Pictures } from '$lib/model/pictures';
import type { Beat, Story } from '$lib/model/story';

/** What every page and file of one language is made from. */
export interface Site {
	readonly lang: string;
	/** Facts, the same in every language. */
	readonly facts: Content['facts'];
	/** All words of the language, by file. */
	readonly words: LanguageWords;
	/** Words of the interface. */
	readonly ui: LanguageWords['ui.yaml'];
	/** What the browser gets: ids, coordinates, short labels. */
	readonly story: Story;
	/** What the pictures beside the map are drawn from. */
	readonly pictures: Pictures;
	/** What is rendered once: all prose, cards and notes. */
	readonly flow: Flow;
	/** What a publisher must clear, and where corrections go. */
	readonly imprint: Imprint;
}

let checked: Content | null = null;
const sites = new Map<string, Site>();

/**
 * The site in one language: read, checked and built once in a build. In `npm run dev` it is built at every request, because
 * the content may have changed.
 *
 * @throws {ContentError} with every problem, when the content is broken
 * @throws {Error} when the content has no such language
 */
export function site(lang: string): Site {
	const known = sites.get(lang);
	if (known && !import.meta.env.DEV) return known;
	if (!checked || import.meta.env.DEV) checked = checkContent(readContent());
	const { facts } = checked;
	const words = wordsOf(checked, lang);
	const story = buildStory(checked, lang);
	const pictures = buildPictures(checked, lang);
	const { permissions, contact = null } = facts['story.yaml'];
	const made: Site = {
		lang,
		facts,
		words,
		ui: words['ui.yaml'],
		story,
		pictures,
		flow: buildFlow(checked, lang, story, pictures),
		imprint: { permissions, contact }
	};
	sites.set(lang, made);
	return made;
}

/** Ids of all beats, in order; the same in every language. */
export const beatIds = (lang: string): string[] => site(lang).story.beats.map(({ id }) => id);

/** A beat's map with the sentence that says what it shows; null when there is no such beat. */
export function mapOf(lang: string, id: string): { map: Beat['map']; sentence: string } | null {
	const { story, words } = site(lang);
	const beat = story.beats.find((other) => other.id === id);
	return beat ? { map: beat.map, sentence: entry(words['story.yaml'].beats, id).map } : null;
}
