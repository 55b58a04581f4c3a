import { readFileSync } from 'node:fs';

/** The frame's own module: `scripts/vite-embed.mjs` adds it to the client build. */
const ENTRY = 'src/lib/embed/frame/frame.ts';
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

/**
 * Address of the frame's script from the site's root, with a slash at its beginning. Pages are rendered after the client
 * build is complete.
 *
 * @param dev true in `npm run dev`, where Vite serves the module itself
 * @throws {Error} when the client build lacks the module
 */
export function frameScript(dev: boolean): string {
	if (dev) return `/${ENTRY}`;
	const file = JSON.parse(readFileSync(MANIFEST, 'utf8'))[ENTRY]?.file;
	if (!file) throw new Error(`The client build has no ${ENTRY}; see scripts/vite-embed.mjs.`);
	return `/${file}`;
}
