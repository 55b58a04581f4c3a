import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { WordsOf } from '$lib/model/words';

/** Keys of `ui.yaml` that the table needs in the browser. */
export const TABLE_WORDS = [
	'stateAbsent',
	'stateAddressed',
	'stateMentioned',
	'statePresent',
	'stateSpeaking',
	'tableAway',
	'tableChairs',
	'tableCubans',
	'tableHint',
	'tableSoviets',
	'tableTitle',
	'tokenState'
] as const satisfies readonly UiKey[];

export type TableWords = WordsOf<(typeof TABLE_WORDS)[number]>;

export const [useWords, provideTableWords] = createContext<TableWords>();
