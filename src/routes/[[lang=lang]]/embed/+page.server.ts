import { dev } from '$app/environment';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { embedPage } from '$lib/site/embeds';
import { frameScript } from '$lib/site/frame-script';

export function load({ params }) {
	const page = embedPage(params.lang ?? DEFAULT_LANGUAGE, '');
	if (!page) throw new Error('The story cannot be embedded: it has no beats.');
	return { ...page, script: frameScript(dev) };
}
