import type { Handle } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE, isRightToLeft } from '$lib/model/languages';
import { alternateLinks } from '$lib/site/address';
import { slashFor } from '$lib/site/slash';
import { GUESS_KEY } from '$lib/reading/storage';
import { startScript } from '$lib/start/start';

/** Routes of frames: their policy allows no script in the page itself and no manifest, and they are on no home screen. */
const FRAMES = /\/embed(\/|$)/;
const HOME_SCREEN =
	/<link rel="(?:manifest|apple-touch-icon|icon)" href="[^"]*\.(?:webmanifest|png|ico)"[^>]*>\s*/g;
/** Routes with an application: the others are complete as they are. */
const APPLICATIONS = ['/[[lang=lang]]', '/[[lang=lang]]/embed-this', '/[[lang=lang]]/kiosk'];
/** Routes that a script takes over. */
const HYDRATED = [...APPLICATIONS, '/[[lang=lang]]/kiosk/health'];

/** In `npm run dev` a page without an application is reloaded after an edit, too; Kit gives Vite's client to the others. */
const RELOAD = import.meta.env.DEV ? '<script type="module" src="/@vite/client"></script>' : '';

/** Attributes of a page in a language. */
const languageOf = (lang: string) => `lang="${lang}"${isRightToLeft(lang) ? ' dir="rtl"' : ''}`;

/**
 * Says the language of each page, has it mend its address, puts the start script into its head, and takes out the comments
 * that hydration needs where nothing is hydrated.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const route = event.route.id ?? '';
			const page = html
				.replace('lang="%lang%"', languageOf(event.params.lang ?? DEFAULT_LANGUAGE))
				.replace('%slash%', slashFor(route))
				.replace('%alternates%', alternateLinks(route))
				.replace('%folder%', event.params.lang ? `${event.params.lang}/` : '')
				.replace('%start%', () => (APPLICATIONS.includes(route) ? startScript(GUESS_KEY) : RELOAD));
			if (HYDRATED.includes(route)) return page;
			const still = page.replace(/<!--[\w[\]!?-]*?-->/g, '');
			return FRAMES.test(route) ? still.replace(HOME_SCREEN, '') : still;
		}
	});
