import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { Words } from '$lib/model/words';

/** Keys of `ui.yaml` that the ruler needs in the browser. */
export const RULER_WORDS = [
	'legendRuler',
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
	'rulerKmFromTo',
	'rulerKmFromToAtLeast',
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
	'rulerTitle',
	'rulerTo',
	'rulerUnit',
	'rulerUs',
	'rulerWay',
	'rulerYes'
] as const satisfies readonly UiKey[];

export type RulerWords = Pick<Words, (typeof RULER_WORDS)[number]>;

export const [useWords, provideRulerWords] = createContext<RulerWords>();
