import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { LegendWord } from '$lib/model/word-keys';
import type { WordsOf } from '$lib/model/words';

/** Keys of `ui.yaml` that the kiosk needs in the browser, besides the signs' own. */
export const KIOSK_WORDS = [
	'clockTitle',
	'close',
	'kioskAboutMinutes',
	'kioskAboutPassages',
	'kioskBack',
	'kioskBackground',
	'kioskGuess',
	'kioskBeginEn',
	'kioskBeginEs',
	'kioskCare',
	'kioskChart',
	'kioskChoose',
	'kioskChooseMore',
	'kioskClosed',
	'kioskContrast',
	'kioskControls',
	'kioskDown',
	'kioskHome',
	'kioskHomeHint',
	'kioskHomeLarge',
	'kioskHomeStory',
	'kioskHomeTitle',
	'kioskLanguages',
	'kioskLarger',
	'kioskMarks',
	'kioskMore',
	'kioskNames',
	'kioskNext',
	'kioskNoScript',
	'kioskNow',
	'kioskOpeners',
	'kioskPassage',
	'kioskPause',
	'kioskPlay',
	'kioskProgress',
	'kioskRestart',
	'kioskStill',
	'kioskStillButton',
	'kioskStillText',
	'kioskTitle',
	'kioskTools',
	'kioskTop',
	'kioskTour2',
	'kioskTour5',
	'kioskTourFull',
	'kioskUp',
	'kioskWake',
	'legend',
	'legendSample',
	'mapFailed',
	'siteSubtitle',
	'siteTitle'
] as const satisfies readonly UiKey[];

export type KioskWords = WordsOf<(typeof KIOSK_WORDS)[number] | LegendWord>;

export const [useWords, provideKioskWords] = createContext<KioskWords>();
