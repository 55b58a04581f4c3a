import adapter from '@sveltejs/adapter-static';
import { siteUrl } from './src/lib/site/site-url.mjs';
import { versionName } from './scripts/version.mjs';

/** Where the built site goes; tests build elsewhere. */
const out = process.env.BUILD_DIR ?? 'build';

/**
 * Puts the style block of every component into the layer `components` (src/lib/styles/base.css). Outside of all layers it
 * would win over what the kiosk, paper and pages without the application change; said in each block it could be forgotten.
 *
 * @type {import('svelte/compiler').PreprocessorGroup}
 */
const layered = {
	name: 'layered',
	style: ({ content }) => ({ code: `@layer components {${content}}` })
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: layered,
	compilerOptions: {
		runes: true,
		// As long as they must be to differ: they stand at every element that has a style.
		cssHash: ({ hash, css }) => `s-${hash(css).slice(0, 5)}`
	},
	kit: {
		// The tests of the museum runtime are type-checked too.
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../kiosk-runtime/**/*.ts', '../vitest.config.ts']
			})
		},
		adapter: adapter({ pages: out, assets: out, strict: true }),
		paths: { relative: true },
		version: { name: versionName() },
		// The pages register it themselves: embedded frames and the packed kiosk do without.
		serviceWorker: { register: false },
		prerender: {
			origin: new URL(siteUrl()).origin,
			// Canonical links and the not-found page name the place where the site will stand, which the crawler
			// does not know.
			handleHttpError: ({ path, message }) => {
				const below = decodeURI(new URL(siteUrl()).pathname);
				if (below !== '/' && path.startsWith(below)) return;
				throw new Error(message);
			},
			handleMissingId: 'fail'
		}
	}
};
