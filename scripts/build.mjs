/** `npm run build`: the static site in `build/`, with a word about its address. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { forgetBuilt, markBuilt } from './built.mjs';
import { filesFor, heartbeatOf, originOfSite } from './headers.mjs';
import { checkContentNow } from './vite-content.mjs';
import { versionName } from './version.mjs';
import { LOCAL_SITE_URL, siteUrl } from '../src/lib/site/site-url.mjs';

// Before anything of Vite runs: the content check would otherwise leave the build in development's ways, which are
// slow (content is read anew for every page) and heavy.
process.env.NODE_ENV = 'production';

try {
	const site = siteUrl();
	// First, so that broken content stops here with its list and nothing else.
	await checkContentNow();
	const out = process.env.BUILD_DIR ?? 'build';
	const version = versionName();
	if (out === 'build') forgetBuilt();
	await build({ logLevel: 'warn' });
	// A kiosk with a heartbeat address in its kiosk.json must be allowed to use it.
	writeFileSync(
		join(out, '_headers'),
		filesFor(heartbeatOf(out), originOfSite())['static/_headers']
	);
	if (out === 'build') markBuilt(version);
	console.log(`Built for ${site}`);
	if (site === LOCAL_SITE_URL) {
		console.warn(
			'Warning: SITE_URL is not set, so canonical links and share data point to this machine.'
		);
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
