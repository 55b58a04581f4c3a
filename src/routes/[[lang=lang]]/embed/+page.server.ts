import { dev } from '$app/environment';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { embedPage } from '$lib/server/embeds';
import { frameScript } from '../../../../scripts/vite-embed.mjs';

export function load({ params }) {
	const page = embedPage(params.lang ?? DEFAULT_LANGUAGE, '');
	if (!page) throw new Error('The story cannot be embedded: it has no beats.');
	return { ...page, script: frameScript(dev) };
}
