import type { Handle } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';

/** Says the language of each page, and takes out the comments that hydration needs where nothing is hydrated. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const page = html.replace('%lang%', event.params.lang ?? DEFAULT_LANGUAGE);
			const still = /\/embed(\/|$)/.test(event.route.id ?? '');
			return still ? page.replace(/<!--[\w[\]!?-]*?-->/g, '') : page;
		}
	});
