import { PYM } from './messages';
import { HEIGHT, LEAST_HEIGHT, languageOf, MOTIONS, oneOf, THEMES } from './protocol';
import type { Language, Motion, Theme } from './protocol';

/** What the frame's address says. */
export interface EmbedParameters {
	/**
	 * pym's name for this frame: any text without pym's own delimiter, with which a message would say something else.
	 * null when the host is not pym.
	 */
	readonly childId: string | null;
	/** pym: the frame's width when the host wrote the address, CSS px, 0–10 000. */
	readonly initialWidth: number | null;
	/** `auto` when not given: as the reader's system says. */
	readonly theme: Theme;
	/** null when not given: as the reader's system says. */
	readonly motion: Motion | null;
	/** The height that the snippet reserves, CSS px, 450–2 000. */
	readonly height: number;
	/** null when not given: the language is the page's own. */
	readonly lang: Language | null;
}

/** Longer than any address that a host would write; the rest is not read. */
const MAX_LENGTH = 10_000;

/**
 * Reads the query of the frame's address. Never throws; what it does not know or cannot use counts as not
 * given (pym adds the host's title and address to ours: they are not looked at).
 *
 * @param search `location.search`, with or without its question mark
 */
export function readParameters(search: string): EmbedParameters {
	const given = new URLSearchParams(search.slice(0, MAX_LENGTH));
	const word = (name: string) => given.get(name) ?? '';
	const childId = word('childId');
	const width = word('initialWidth');
	const height = word('height');
	return {
		childId: childId && !childId.includes(PYM) ? childId : null,
		initialWidth: /^\d{1,6}$/.test(width) ? Math.min(10_000, Number(width)) : null,
		theme: oneOf(THEMES, word('theme')) ?? 'auto',
		motion: oneOf(MOTIONS, word('motion')),
		height: /^\d{1,6}$/.test(height)
			? Math.min(2000, Math.max(LEAST_HEIGHT, Number(height)))
			: HEIGHT,
		lang: languageOf(word('lang'))
	};
}
