import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const CONTENT = 'src/content';

/**
 * What the service worker says where nothing else is left, in every language there is: see `src/lib/offline/sorry.ts`.
 * A worker can read no content of its own, so the build hands it over.
 *
 * @returns {import('../src/lib/offline/sorry').Sorry[]} English first
 */
export function sorryWords() {
	const isFirst = (/** @type {string} */ lang) => Number(lang !== 'en');
	return readdirSync(CONTENT)
		.filter((name) => existsSync(join(CONTENT, name, 'ui.yaml')))
		.sort((a, b) => isFirst(a) - isFirst(b) || (a < b ? -1 : 1))
		.map((lang) => {
			const words = parse(readFileSync(join(CONTENT, lang, 'ui.yaml'), 'utf8'));
			return {
				lang,
				title: words.siteTitle,
				reader: words.offlineDamaged,
				kiosk: words.kioskResting,
				retry: words.offlineRetry
			};
		});
}
