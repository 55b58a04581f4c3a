import { readFileSync } from 'node:fs';

/** The script of an embedded frame; the browser fetches it from the page itself, not by way of SvelteKit. */
const ENTRY = 'src/lib/embed/frame.ts';
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

/**
 * Puts the frame's script into the client build, beside SvelteKit's own: it shares the map's modules with the
 * story, and embedded pages need nothing of SvelteKit in the browser.
 *
 * @returns {import('vite').Plugin}
 */
export function embedEntry() {
	return {
		name: 'telegram-1856-embed',
		apply: 'build',
		buildStart() {
			if (this.environment.name === 'client') this.emitFile({ type: 'chunk', id: ENTRY });
		}
	};
}

/**
 * Where the frame's script is, from the site's root, with a slash at its beginning. The client build is done before any
 * page is rendered.
 *
 * @param {boolean} dev true while someone edits: Vite serves the module itself
 */
export function frameScript(dev) {
	if (dev) return `/${ENTRY}`;
	const file = JSON.parse(readFileSync(MANIFEST, 'utf8'))[ENTRY]?.file;
	if (!file) throw new Error(`The client build has no ${ENTRY}; see scripts/vite-embed.mjs.`);
	return `/${file}`;
}
