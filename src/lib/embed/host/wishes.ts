import {
	idOf,
	languageOf,
	MAX_HEIGHT,
	MODES,
	MOTIONS,
	oneOf,
	THEMES,
	type Language,
	type Mode,
	type Motion,
	type Theme
} from '../protocol/protocol';
import { MAX_STEPS, MIN_HEIGHT } from './read-frame';

/** What the publisher wrote on the element; null where nothing, or nothing usable, was written. */
export interface Wishes {
	readonly what: string | null;
	readonly mode: Mode | null;
	readonly steps: number | null;
	readonly height: number | null;
	readonly theme: Theme | null;
	readonly lang: Language | null;
	readonly motion: Motion | null;
	readonly label: string | null;
}

/** The same for a plain frame: it is served in step mode as its own address says. */
export const NO_WISHES: Wishes = {
	what: null,
	mode: null,
	steps: null,
	height: null,
	theme: null,
	lang: null,
	motion: null,
	label: null
};

const numberOf = (least: number, most: number) => (word: string) => {
	const number = /^\d{1,6}$/.test(word) ? Number(word) : NaN;
	return number >= least && number <= most ? number : null;
};
const words = (list: readonly string[]) => `one of ${list.join(', ')}`;

/**
 * Reads the attributes of `<telegram-1856>`. What is not understood counts as not written, and is said.
 *
 * @param attribute the value of an attribute, null when it is not there
 * @param warn called with one sentence for each value that is not understood
 */
export function readWishes(
	attribute: (name: string) => string | null,
	warn: (sentence: string) => void
): Wishes {
	const wish = <T>(name: string, rule: string, parse: (word: string) => T | null): T | null => {
		const word = attribute(name)?.trim();
		if (!word) return null;
		const value = parse(word);
		if (value === null) {
			warn(`${name}="${word.slice(0, 80)}" is not used: it must be ${rule}.`);
		}
		return value;
	};
	const id = 'an id of at most 80 characters, a to z, 0 to 9 and hyphens';
	return {
		what: wish('what', id, idOf) ?? wish('beat', id, idOf),
		mode: wish('mode', words(MODES), (word) => oneOf(MODES, word)),
		steps: wish('steps', `a whole number from 1 to ${MAX_STEPS}`, numberOf(1, MAX_STEPS)),
		height: wish(
			'height',
			`a whole number of pixels from ${MIN_HEIGHT} to ${MAX_HEIGHT}`,
			numberOf(MIN_HEIGHT, MAX_HEIGHT)
		),
		theme: wish('theme', words(THEMES), (word) => oneOf(THEMES, word)),
		// What else stands in a language attribute is a matter of the host page's.
		lang: languageOf(attribute('lang')?.trim().split('-')[0]?.toLowerCase()),
		motion: wish('motion', words(MOTIONS), (word) => oneOf(MOTIONS, word)),
		label: attribute('label')?.trim().slice(0, 200) || null
	};
}

/**
 * Where the frame's page is.
 *
 * @param site address of the site with the slash at its end
 * @param lang a language of ours
 * @param home the language that has no folder
 */
export function frameAddress(
	site: string,
	{ what, theme, height }: Pick<Wishes, 'what' | 'theme' | 'height'>,
	lang: Language,
	home: Language
): string {
	const url = new URL(site);
	if (lang !== home) url.pathname += `${lang}/`;
	url.pathname += what && what !== 'story' ? `embed/${what}/` : 'embed/';
	// In the address, so that the first picture has the right colours.
	if (theme) url.searchParams.set('theme', theme);
	// And so that it asks for the height that is reserved.
	if (height) url.searchParams.set('height', String(height));
	return url.href;
}
