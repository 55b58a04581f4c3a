import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { absolute } from '$lib/site/address';
import { site } from '$lib/site/site';
import packageFile from '../../../../../package.json';

export function load({ params }) {
	const { ui: words } = site(params.lang ?? DEFAULT_LANGUAGE);
	return {
		number: packageFile.version,
		site: absolute('/'),
		words: Object.fromEntries(
			Object.entries(words).filter(([key]) => /^kiosk(Health|File|Field|Title)/.test(key))
		)
	};
}
