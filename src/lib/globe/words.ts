import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { LegendWord } from '$lib/model/word-keys';
import type { WordsOf } from '$lib/model/words';

/** Keys of `ui.yaml` that legend and explorer need in the browser, besides the signs' own. */
export const GLOBE_WORDS = [
	'explore',
	'exploreAbout',
	'exploreBack',
	'exploreFarther',
	'exploreHint',
	'exploreHome',
	'exploreNearer',
	'explorePlaces',
	'legend',
	'legendSample',
	'mapPageLink'
] as const satisfies readonly UiKey[];

export type GlobeWords = WordsOf<(typeof GLOBE_WORDS)[number] | LegendWord>;

export const [useWords, provideGlobeWords] = createContext<GlobeWords>();
