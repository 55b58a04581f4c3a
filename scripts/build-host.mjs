import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../src/lib/embed/host/index.ts', import.meta.url));

/**
 * Builds the host script of the embed: one classic file without imports, for any page's `<script src>`.
 * The same source gives the same bytes, so the hash may stand in a snippet.
 *
 * @returns {Promise<{ code: string, integrity: string }>} the script, and its hash for the `integrity` attribute
 * @throws {Error} when the source does not build
 */
export async function buildHost() {
	const built = await build({
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: 'error',
		// The site's own build may be running around this one, in its own mode.
		mode: 'production',
		build: {
			write: false,
			target: 'es2022',
			minify: true,
			sourcemap: false,
			lib: { entry, formats: ['iife'], name: 'unused', fileName: 'v1' }
		}
	});
	const [bundle] = Array.isArray(built) ? built : [built];
	const output = bundle && 'output' in bundle ? bundle.output : [];
	const [file] = output;
	if (output.length !== 1 || file?.type !== 'chunk') {
		throw new Error(
			'The host script must build into one file: look for an import of CSS or of a file.'
		);
	}
	const code = file.code;
	const hash = createHash('sha384').update(code).digest('base64');
	return { code, integrity: `sha384-${hash}` };
}
