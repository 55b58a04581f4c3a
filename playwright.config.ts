import { defineConfig, devices } from '@playwright/test';
import {
	chromiumArgs,
	findBrowser,
	findFirefox,
	findOrSay,
	findWebKit,
	firefoxLaunch
} from './scripts/find-browser.mjs';
import type { EngineOptions } from './tests/engines/test';

// A port of its own for each run, so that two runs on one machine do not meet; workers inherit it.
process.env.TEST_PORT ??= String(4200 + Math.floor(Math.random() * 800));
const port = Number(process.env.TEST_PORT);
// Looked for once; workers inherit what was found, also when there is none.
process.env.TEST_FIREFOX ??= await findOrSay(findFirefox);
process.env.TEST_WEBKIT ??= await findOrSay(findWebKit);
const firefoxPath = process.env.TEST_FIREFOX;
const launchOptions = { executablePath: findBrowser({ install: true }), args: chromiumArgs };
/** The path of checks that is the same in every engine. */
const ENGINES = '**/engines/*.spec.ts';

export default defineConfig<object, EngineOptions>({
	testDir: 'tests',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	forbidOnly: Boolean(process.env.CI),
	fullyParallel: true,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 12_000 },
	reporter: process.env.PLAYWRIGHT_JSON ? [['line'], ['json']] : [['list']],
	use: { baseURL: `http://localhost:${port}`, trace: 'off', serviceWorkers: 'block' },
	projects: [
		{
			name: 'desktop',
			testIgnore: ENGINES,
			use: { viewport: { width: 1440, height: 900 }, launchOptions }
		},
		{
			name: 'phone',
			use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions },
			// Embeds open pages of their own, in every width that matters; the offline cache depends on no width.
			testIgnore: ['**/embed/*.spec.ts', '**/offline/*.spec.ts', ENGINES]
		},
		...(firefoxPath
			? [
					{
						name: 'firefox',
						testMatch: ['**/embed/embed.spec.ts', ENGINES],
						use: {
							browserName: 'firefox' as const,
							engineName: 'firefox' as const,
							viewport: { width: 1280, height: 900 },
							launchOptions: firefoxLaunch(firefoxPath)
						}
					}
				]
			: []),
		...(process.env.TEST_WEBKIT
			? [{ name: 'webkit', testMatch: ENGINES, use: { engineName: 'webkit' as const } }]
			: []),
		// The rest is tested in Chromium as it is: here the path itself is.
		...(process.env.TEST_FULL
			? [{ name: 'chromium', testMatch: ENGINES, use: { engineName: 'chromium' as const } }]
			: [])
	],
	webServer: {
		command: `node scripts/serve.mjs --port ${port}`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
