import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { embedThisPage } from '$lib/site/embed-this';

export function load({ params }) {
	return embedThisPage(params.lang ?? DEFAULT_LANGUAGE);
}
