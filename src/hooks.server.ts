import type { Handle } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import { slashFor } from '$lib/server/slash';

/**
 * Says the language of each page, has it mend its address, and takes out the comments that hydration needs where
 * nothing is hydrated.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const route = event.route.id ?? '';
			const page = html
				.replace('%lang%', event.params.lang ?? DEFAULT_LANGUAGE)
				.replace('%slash%', slashFor(route));
			const still = /\/embed(\/|$)/.test(route);
			return still ? page.replace(/<!--[\w[\]!?-]*?-->/g, '') : page;
		}
	});
