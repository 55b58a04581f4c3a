import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { absolute } from '$lib/site/address';
import { wordsOf } from '$lib/content/story';
import { content } from '$lib/site/page';
import packageFile from '../../../../../package.json';

export function load({ params }) {
	const words = wordsOf(content(), params.lang ?? DEFAULT_LANGUAGE)['ui.yaml'];
	return {
		number: packageFile.version,
		site: absolute('/'),
		words: Object.fromEntries(
			Object.entries(words).filter(([key]) => /^kiosk(Health|File|Field|Title)/.test(key))
		)
	};
}
