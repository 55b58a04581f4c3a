import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { absolute } from '$lib/site/address';
import { everyLanguage } from '$lib/site/entries';
import { HEALTH_WORDS } from '$lib/kiosk/recovery/words';
import { pickWords } from '$lib/model/words';
import { site } from '$lib/site/site';
import packageFile from '../../../../../package.json';

/** No page links here, so the languages are named. */
export const entries = () => everyLanguage();

export function load({ params }) {
	const { ui: words } = site(params.lang ?? DEFAULT_LANGUAGE);
	return {
		number: packageFile.version,
		site: absolute('/'),
		words: pickWords(words, HEALTH_WORDS)
	};
}
