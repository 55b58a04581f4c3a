import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { Words } from '$lib/model/words';

/** Keys of `ui.yaml` that the clock needs in the browser. */
export const CLOCK_WORDS = [
	'clockExpected',
	'clockMidnight',
	'clockMonday',
	'clockSeven',
	'clockSunday',
	'clockTitle'
] as const satisfies readonly UiKey[];

export type ClockWords = Pick<Words, (typeof CLOCK_WORDS)[number]>;

export const [useWords, provideClockWords] = createContext<ClockWords>();
