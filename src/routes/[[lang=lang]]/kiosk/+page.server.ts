import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { everyLanguage } from '$lib/site/entries';
import { kioskPage } from '$lib/site/kiosk-page';

/** No page links here, so the languages are named. */
export const entries = () => everyLanguage();

export function load({ params }) {
	return kioskPage(params.lang ?? DEFAULT_LANGUAGE);
}
