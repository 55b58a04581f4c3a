import { render } from 'svelte/server';
import { minutes } from '$lib/model/minutes';
import { ServerHtml } from '$lib/model/server-html';
import type { Story } from '$lib/model/story';
import Cards from '$lib/prose/Cards.svelte';
import Flow from '$lib/prose/Flow.svelte';
import type { Words } from '$lib/model/words';
import { site } from './site';

/** Everything the story page is made of. */
export interface StoryPage {
	readonly story: Story;
	readonly words: Words;
	/** Headline of the cover. */
	readonly title: string;
	readonly flow: ServerHtml;
	readonly cards: ServerHtml;
}

/** Words that only the server-rendered part uses; the browser need not carry them. */
const BROWSER_WORDS =
	/^(site|description|skip|section|before|after|minute|next|previous|closeMenu|menu|page|motion|colours|clock|table|state|map(?!Page)|explore|return|mapPageLink|unknownLink|continue|close$|legend|ruler(?!Table))/;

/**
 * Builds the story page of one language.
 *
 * @param stillBase URL prefix of the still maps as seen from the page, with a slash at its end
 * @throws ContentError when the content is broken
 */
export function storyPage(lang: string, stillBase: string): StoryPage {
	const { story, flow, ui, imprint } = site(lang);
	const read = story.beats.reduce((sum, beat) => sum + beat.words, 0);
	const length = { story: minutes(read), optional: minutes(flow.optionalWords) };
	return {
		story,
		words: Object.fromEntries(Object.entries(ui).filter(([key]) => BROWSER_WORDS.test(key))),
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
					stillBase,
					imprint
				}
			}).body
		),
		cards: still(
			'cards',
			render(Cards, {
				props: { people: flow.people, places: flow.places, terms: flow.terms, words: ui }
			}).body
		)
	};
}

/** Markup without the comments that hydration would need, and without the line breaks of our sources. */
export const still = (name: string, html: string) =>
	ServerHtml.rendered(
		name,
		html
			.replace(/<!--[\s\S]*?-->/g, '')
			.replace(/\s*\n\s*/g, ' ')
			.replace(/>\s+</g, '> <')
	);
