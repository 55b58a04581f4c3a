import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { TEXT_STEPS } from './text-steps';
import { TOURS, type Tour } from './tour';

/** What a visit takes along to another language's page. `beat` is null while the visitor still chooses. */
export interface Handover {
	readonly tour: Tour;
	readonly beat: string | null;
	readonly textStep: number;
	readonly contrast: boolean;
	readonly guess: string | null;
}

/**
 * The kiosk's address in a language.
 *
 * @param root of the site, with a slash at its end
 */
export const kioskAddress = (root: string, lang: string): string =>
	`${root}${lang === DEFAULT_LANGUAGE ? '' : `${lang}/`}kiosk/`;

/** Writes a visit into the fragment of an address: it reaches the other page and is stored nowhere. */
export function toFragment({ tour, beat, textStep, contrast, guess }: Handover): string {
	const parts = new URLSearchParams({ tour, text: String(textStep), strong: String(contrast) });
	if (beat !== null) parts.set('beat', beat);
	if (guess !== null) parts.set('guess', guess);
	return `#${parts}`;
}

/** Reads what `toFragment` wrote; null for any other fragment. */
export function fromFragment(fragment: string): Handover | null {
	const parts = new URLSearchParams(fragment.slice(1));
	const tour = TOURS.find((known) => known === parts.get('tour'));
	const textStep = Number(parts.get('text'));
	if (!tour || !(textStep in TEXT_STEPS)) return null;
	return {
		tour,
		beat: parts.get('beat'),
		textStep,
		contrast: parts.get('strong') === 'true',
		guess: parts.get('guess')
	};
}
