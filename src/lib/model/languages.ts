/** Languages of the site. The first has no folder in the address; every other one stands under its code. */
export const LANGUAGES = ['en'] as const;
export const DEFAULT_LANGUAGE = LANGUAGES[0];
