import { createContext } from 'svelte';
import type { UiKey } from '$lib/model/ui-keys';
import type { WordsOf } from '$lib/model/words';

/** Keys of `ui.yaml` that the stage and the page around it need in the browser. */
export const STAGE_WORDS = [
	'afterShort',
	'afterTelegram',
	'beforeShort',
	'beforeTelegram',
	'cardPage',
	'clockTitle',
	'close',
	'closeMenu',
	'colours',
	'coloursHint',
	'continueButton',
	'continueDismiss',
	'continueTitle',
	'exploreFailed',
	'exploreLabel',
	'mapPageLink',
	'menuKept',
	'menuTitle',
	'minuteLeftLast',
	'minutesLeft',
	'motion',
	'motionHint',
	'next',
	'pageGlossary',
	'pageHint',
	'pagePanels',
	'pagePeople',
	'pagePlaces',
	'pageSources',
	'pageTimeline',
	'pageTitle',
	'pagesTitle',
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
