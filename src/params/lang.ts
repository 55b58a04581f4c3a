import type { ParamMatcher } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/model/languages';

/** A language folder in the address: any language but the default one. */
export const match: ParamMatcher = (param) =>
	param !== DEFAULT_LANGUAGE && (LANGUAGES as readonly string[]).includes(param);
