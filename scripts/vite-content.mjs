import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { addUiKeys } from './ui-keys.mjs';
import { testLanguages } from './vite-languages.mjs';

/** @typedef {import('vite').Plugin} Plugin */

/** How long content must be left alone before it is checked, ms. */
const SETTLE_MS = 100;

/**
 * Runs the content check.
 *
 * @returns {Promise<string>} one line that counts what was checked
 * @throws {Error} with every problem in one list
 */
export async function checkContentNow() {
	const { module } = await runnerImport('./src/lib/content/report.ts', {
		configFile: false,
		logLevel: 'error',
		plugins: [testLanguages()],
		resolve: { alias: { $lib: fileURLToPath(new URL('../src/lib', import.meta.url)) } }
	});
	return module.report();
}

/**
 * Broken content stops `dev` and `build` with the whole list of problems. In `npm run dev` every change of the content
 * shows on the page, or the list does.
 *
 * @returns {Plugin}
 */
export function contentCheck() {
	return {
		name: 'telegram-1856-content',
		async buildStart() {
			try {
				await checkContentNow();
			} catch (error) {
				// The list is for the person who edits the content: no stack of ours under it.
				if (error instanceof Error) error.stack = error.message;
				throw error;
			}
		},
		configureServer(server) {
			const check = async () => {
				try {
					// Before the check, to which a new key would be unknown.
					addUiKeys();
					await checkContentNow();
					server.ws.send({ type: 'full-reload' });
				} catch (error) {
					const message = error instanceof Error ? error.message : String(error);
					server.config.logger.error(message);
					server.ws.send({ type: 'error', err: { message, stack: '' } });
				}
			};
			/** @type {NodeJS.Timeout | undefined} */
			let soon;
			// Of any kind: a file may be new, or gone. Several at once are checked once.
			server.watcher.on('all', (_, path) => {
				if (!/src[\\/]content[\\/]/.test(path)) return;
				clearTimeout(soon);
				soon = setTimeout(check, SETTLE_MS);
			});
		}
	};
}
