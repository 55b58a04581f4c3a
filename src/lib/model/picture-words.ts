import type { UiKey } from './ui-keys';
import type { WordsOf } from './words';

/** Keys of `ui.yaml` that stand in the pictures and on the participants' cards. */
export const PICTURE_WORDS = [
	'cardSpokenOf',
	'cardsTitle',
	'daysDoubt',
	'daysExpected',
	'daysRule',
	'daysTitle',
	'daysTold',
	'daysUnknown',
	'daysWashington',
	'eveningBack',
	'eveningBusiness',
	'eveningExpected',
	'eveningHere',
	'eveningMidnight',
	'eveningMonday',
	'eveningNotTold',
	'eveningOrder',
	'eveningRule',
	'eveningSeven',
	'eveningSunday',
	'eveningTitle',
	'eveningWords',
	'evidenceAbsent',
	'evidenceSpine',
	'evidenceTally',
	'evidenceTitle',
	'markConfirmed',
	'markContradicted',
	'markDisputed',
	'markOnlyThisTelegram',
	'markProbable',
	'noteLabel',
	'roomAway',
	'roomAwayAlone',
	'roomEarlier',
	'roomQuoteOf',
	'roomSomewhere',
	'tableCubans',
	'tableHint',
	'tableSoviets'
] as const satisfies readonly UiKey[];

export type PictureWords = WordsOf<(typeof PICTURE_WORDS)[number]>;
