import { localeOf } from './languages';

/** Formatters are dear to make and are needed many times: one a language is kept. */
function perLanguage<Format>(make: (locale: string) => Format): (lang: string) => Format {
	const made = new Map<string, Format>();
	return (lang) => {
		const format = made.get(lang) ?? make(localeOf(lang));
		made.set(lang, format);
		return format;
	};
}

/** Writes numbers: 7,421. */
export const numberFormat = perLanguage((locale) => new Intl.NumberFormat(locale));

/** Writes lists in a sentence: “THOR, R-7 and R-12”. */
export const listFormat = perLanguage((locale) => new Intl.ListFormat(locale));

/** Writes lists without a last “and”: “a.js, b.js”. */
export const enumeration = perLanguage(
	(locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
);

export const pluralRules = perLanguage((locale) => new Intl.PluralRules(locale));

/** All that there are, in the order of CLDR. */
export const PLURAL_CATEGORIES: readonly Intl.LDMLPluralRule[] = [
	'zero',
	'one',
	'two',
	'few',
	'many',
	'other'
];

/** A number, or from the lower to the higher of two. */
export type Amount = number | readonly [from: number, to: number];

/** @returns for instance “7,421”, or “1,300–1,400”; two equal numbers are one */
export function formatAmount(lang: string, amount: Amount): string {
	const [from, to] = typeof amount === 'number' ? [amount, amount] : amount;
	const format = numberFormat(lang);
	return from === to ? format.format(from) : format.formatRange(from, to);
}

/** @returns the plural category of what so many things are called */
export const pluralOf = (lang: string, amount: Amount): Intl.LDMLPluralRule =>
	// CLDR: in nearly all languages a range has the plural of its end.
	pluralRules(lang).select(typeof amount === 'number' ? amount : amount[1]);
