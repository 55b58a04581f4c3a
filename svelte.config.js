import adapter from '@sveltejs/adapter-static';
import { siteUrl } from './scripts/site-url.mjs';

/** Where the built site goes; tests build elsewhere. */
const out = process.env.BUILD_DIR ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ pages: out, assets: out, strict: true }),
		paths: { relative: true },
		prerender: {
			origin: new URL(siteUrl()).origin,
			// The not-found page alone links from the site's root, which the crawler cannot know.
			handleHttpError: ({ path, referrer, message }) => {
				const below = new URL(siteUrl()).pathname;
				if (referrer === '/404.html' && below !== '/' && path.startsWith(below)) return;
				throw new Error(message);
			},
			handleMissingId: 'fail'
		}
	}
};
