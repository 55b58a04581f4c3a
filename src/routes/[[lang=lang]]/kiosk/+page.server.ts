import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { kioskPage } from '$lib/site/kiosk-page';

export function load({ params }) {
	return kioskPage(params.lang ?? DEFAULT_LANGUAGE);
}
