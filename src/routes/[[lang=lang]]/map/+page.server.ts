import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { absolute } from '$lib/site/address';
import { mapPage } from '$lib/site/map-page';

export function load({ params }) {
	const lang = params.lang ?? DEFAULT_LANGUAGE;
	return { ...mapPage(lang), canonical: absolute(params.lang ? `/${params.lang}/map/` : '/map/') };
}
