import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { WordsOf } from '$lib/model/words';

/** Keys of `ui.yaml` that the clock needs in the browser. */
export const CLOCK_WORDS = [
	'clockExpected',
	'clockMidnight',
	'clockSeven',
	'clockSunday',
	'clockTitle'
] as const satisfies readonly UiKey[];

export type ClockWords = WordsOf<(typeof CLOCK_WORDS)[number]>;

export const [useWords, provideClockWords] = createContext<ClockWords>();
