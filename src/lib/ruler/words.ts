import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { WordsOf } from '$lib/model/words';

/** Keys of `ui.yaml` that the ruler needs in the browser. */
export const RULER_WORDS = [
	'legendRuler',
	'mapItem',
	'rulerBeyond',
	'rulerCaution',
	'rulerClose',
	'rulerDistance',
	'rulerEnd',
	'rulerFailed',
	'rulerFrom',
	'rulerHint',
	'rulerKm',
	'rulerKmAtLeast',
	'rulerKmOrMore',
	'rulerMaybe',
	'rulerMiles',
	'rulerMore',
	'rulerNo',
	'rulerNone',
	'rulerNot',
	'rulerOpen',
	'rulerOpenMore',
	'rulerOrMore',
	'rulerPerhaps',
	'rulerPlaceFar',
	'rulerPointNorthEast',
	'rulerPointNorthWest',
	'rulerPointSouthEast',
	'rulerPointSouthWest',
	'rulerReached',
	'rulerSoviet',
	'rulerSpoken',
	'rulerTitle',
	'rulerTo',
	'rulerUnit',
	'rulerUs',
	'rulerWay',
	'rulerWayFar',
	'rulerYes'
] as const satisfies readonly UiKey[];

export type RulerWords = WordsOf<(typeof RULER_WORDS)[number]>;

export const [useWords, provideRulerWords] = createContext<RulerWords>();
