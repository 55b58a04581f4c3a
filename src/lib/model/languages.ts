/** Languages of the site. The first has no folder in the address; every other one stands under its code. */
export const LANGUAGES = ['en'] as const;
export const DEFAULT_LANGUAGE = LANGUAGES[0];

/** Whether a language is written from right to left: Arabic, Persian, Hebrew, Urdu and their neighbours. */
export const isRightToLeft = (lang: string): boolean =>
	/^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/.test(lang);

/** The locale for dates and numbers of a language. Our English writes 18 November, as the prose does. */
export const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);
