import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { WordsOf } from '$lib/model/words';

/** Keys of `ui.yaml` that the stage and the page around it need in the browser. */
export const STAGE_WORDS = [
	'afterShort',
	'afterTelegram',
	'beforeShort',
	'beforeTelegram',
	'close',
	'closeMenu',
	'colours',
	'coloursHint',
	'continueButton',
	'continueDismiss',
	'continueTitle',
	'exploreFailed',
	'exploreLabel',
	'menuKept',
	'menuTitle',
	'minuteLeftLast',
	'minutesLeft',
	'motion',
	'motionHint',
	'next',
	'pageHint',
	'pageTitle',
	'previous',
	'returnButton',
	'returnDismiss',
	'returnTitle',
	'sectionOf',
	'sectionOfShort',
	'sections',
	'siteSubtitle',
	'siteTitle',
	'unknownLink'
] as const satisfies readonly UiKey[];

export type StageWords = WordsOf<(typeof STAGE_WORDS)[number]>;

export const [useWords, provideStageWords] = createContext<StageWords>();
