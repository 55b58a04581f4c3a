import { HEIGHT, LEAST_HEIGHT, oneOf, THEMES } from '../protocol/protocol';
import { SNIPPET_MODES, type SnippetChoice } from './snippet';

/** Widths of the article that the preview simulates, CSS px. */
export const WIDTHS = [320, 480, 720] as const;

/** Limits of a frame's height, CSS px. */
export const HEIGHTS = { least: LEAST_HEIGHT, most: 2000 } as const;

/** What is chosen on the page that makes snippets. */
export interface Choice extends SnippetChoice {
	/** Id of what is embedded; empty for the whole story. */
	readonly what: string;
	/** Of the article in the preview. */
	readonly width: (typeof WIDTHS)[number];
}

export const DEFAULT_CHOICE: Choice = {
	what: '',
	mode: 'step',
	theme: 'auto',
	height: HEIGHT,
	script: false,
	width: 480
};

/** A typed height, whole and within the limits; null when it is no number. */
export function heightOf(typed: string): number | null {
	const number = /^\s*\d{1,6}(?:\.\d*)?\s*$/.test(typed) ? Math.round(Number(typed)) : NaN;
	return Number.isNaN(number) ? null : Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, number));
}

/** Longer than any address of ours; the rest is not read. */
const MAX_LENGTH = 10_000;

/**
 * Reads a choice from the page's address. Never throws; what is not known counts as not given.
 *
 * @param search `location.search`
 * @param ids of everything that can be embedded
 */
export function readChoice(search: string, ids: readonly string[]): Choice {
	const given = new URLSearchParams(search.slice(0, MAX_LENGTH));
	const word = (name: string) => given.get(name) ?? '';
	const width = WIDTHS.find((known) => String(known) === word('width'));
	return {
		what: oneOf(ids, word('what')) ?? DEFAULT_CHOICE.what,
		mode: oneOf(SNIPPET_MODES, word('mode')) ?? DEFAULT_CHOICE.mode,
		theme: oneOf(THEMES, word('theme')) ?? DEFAULT_CHOICE.theme,
		height: heightOf(word('height')) ?? DEFAULT_CHOICE.height,
		script: word('script') === 'yes',
		width: width ?? DEFAULT_CHOICE.width
	};
}

/** The query of an address that brings the choice back, without its question mark; empty for the first choice. */
export function writeChoice(choice: Choice): string {
	const query = new URLSearchParams();
	for (const name of ['what', 'mode', 'theme', 'height', 'width'] as const) {
		if (choice[name] !== DEFAULT_CHOICE[name]) query.set(name, String(choice[name]));
	}
	if (choice.script) query.set('script', 'yes');
	return query.toString();
}
