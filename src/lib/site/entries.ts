import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/model/languages';

/**
 * Route parameters of what is prerendered in every language; the first language has no part of the address.
 *
 * @param of the other parameters in one language; once a language when left out
 */
export function everyLanguage<Params extends object>(
	of: (lang: string) => readonly Params[] = () => [{} as Params]
): (Params & { lang: string | undefined })[] {
	return LANGUAGES.flatMap((lang) =>
		of(lang).map((params) => ({
			...params,
			lang: lang === DEFAULT_LANGUAGE ? undefined : lang
		}))
	);
}
