import { frameTitle, PICTURE, snippet } from '$lib/embed/maker/snippet';
import { DEFAULT_CHOICE } from '$lib/embed/maker/choice';
import { snippetPlace, thingsOf } from './embed-things';
import { siteOf } from './embeds';
import { site } from './site';

/** The width that consumers plan with, CSS px; the frame itself takes the column it is in. */
const WIDTH = 720;
/** How long an answer may be kept, seconds. */
const DAY = 86_400;

/**
 * The oEmbed answer for something that can be embedded (oembed.com, type “rich”).
 *
 * The HTML comes without the host script: pasting an address is no consent to run a script of ours, and
 * consumers take it out (WordPress keeps frames, links and quotations of providers it does not know). In the
 * step mode of the frame nothing is missing.
 *
 * @param id empty for the whole story
 * @returns null when there is no such thing to embed
 */
export function oembed(lang: string, id: string) {
	const thing = thingsOf(lang).find((other) => other.id === id);
	if (!thing) return null;
	const { ui: words } = site(lang);
	return {
		version: '1.0',
		type: 'rich',
		title: frameTitle(thing, words),
		author_name: words.siteTitle,
		author_url: `${siteOf(lang)}${thing.where}`,
		provider_name: words.siteTitle,
		provider_url: siteOf(lang),
		cache_age: DAY,
		html: snippet(thing, DEFAULT_CHOICE, snippetPlace(lang), words),
		width: WIDTH,
		height: DEFAULT_CHOICE.height,
		thumbnail_url: `${siteOf(lang)}embed/pictures/${thing.pictured}.png`,
		thumbnail_width: PICTURE.width,
		thumbnail_height: PICTURE.height
	};
}
