import { buildHost } from './build-host.mjs';

/** The script of an embedded frame; the browser fetches it from the page itself, not by way of SvelteKit. */
const ENTRY = 'src/lib/embed/frame/frame.ts';
/** The host script and its hash, as a module for the server. */
const HOST = 'virtual:embed-host';

/**
 * Puts the frame's script into the client build, beside SvelteKit's own: it shares the map's modules with the
 * story, and embedded pages need nothing of SvelteKit in the browser. Gives the server the host script.
 *
 * @returns {import('vite').Plugin}
 */
export function embed() {
	return {
		name: 'telegram-1856-embed',
		buildStart() {
			const building = this.environment.mode === 'build' && this.environment.name === 'client';
			if (building) this.emitFile({ type: 'chunk', id: ENTRY });
		},
		resolveId: (id) => (id === HOST ? `\0${HOST}` : null),
		async load(id) {
			if (id !== `\0${HOST}`) return null;
			const { code, integrity } = await buildHost();
			return `export const code = ${JSON.stringify(code)};\nexport const integrity = ${JSON.stringify(integrity)};`;
		}
	};
}
