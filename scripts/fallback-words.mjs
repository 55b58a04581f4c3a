import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const CONTENT = process.env.CONTENT_DIR ?? 'src/content';

/**
 * The words of the fallback page (`src/lib/offline/fallback-page.ts`) in every language. The service worker cannot read
 * the content, so the build defines them.
 *
 * @returns {import('../src/lib/offline/fallback-page').FallbackWords[]} English first
 */
export function fallbackWords() {
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
