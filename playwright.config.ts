import { availableParallelism } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import {
	chromiumArgs,
	findHeadlessBrowser,
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
const launchOptions = { executablePath: findHeadlessBrowser(), args: chromiumArgs };
/** The path of checks that is the same in every engine. */
const ENGINES = '**/engines/*.spec.ts';
/** Their pages have the sizes that matter by themselves, or none: the phone would say the same once more. */
const ONCE = [
	'**/{dev,embed,kiosk,languages,offline}/*.spec.ts',
	'**/story/{charts,document,every-beat,hosts,share,widths}.spec.ts'
];
const full = Boolean(process.env.TEST_FULL);

/**
 * Tags: `@full` is for `npm run test:full` alone; `@phone` runs on a phone as well, where `test:full` runs all that is
 * not in `ONCE`; `@firefox` also runs in Firefox; `@smoke` is the loop of `npm run test:quick`.
 */
export default defineConfig<object, EngineOptions>({
	testDir: 'tests',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	forbidOnly: Boolean(process.env.CI),
	fullyParallel: true,
	workers: process.env.CI ? 2 : Math.max(2, Math.floor(availableParallelism() / 2)),
	timeout: 90_000,
	expect: { timeout: 12_000 },
	reporter: process.env.PLAYWRIGHT_JSON ? [['line'], ['json']] : [['list']],
	use: {
		baseURL: `http://localhost:${port}`,
		trace: 'off',
		serviceWorkers: 'block',
		// Flights take a second each; tests of what moves ask for motion, and `test:full` runs all with it.
		reducedMotion: full ? 'no-preference' : 'reduce'
	},
	...(!full && { grepInvert: /@full/ }),
	projects: [
		{
			name: 'desktop',
			testIgnore: ENGINES,
			use: { viewport: { width: 1440, height: 900 }, launchOptions }
		},
		{
			name: 'phone',
			testIgnore: [ENGINES, ...ONCE],
			...(!full && { grep: /@phone/ }),
			use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions }
		},
		...(firefoxPath
			? [
					{
						name: 'firefox',
						testMatch: ['**/embed/embed.spec.ts', ENGINES],
						...(!full && { grep: /@firefox|engines\// }),
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
		...(full
			? [{ name: 'chromium', testMatch: ENGINES, use: { engineName: 'chromium' as const } }]
			: [])
	],
	webServer: {
		command: `node scripts/serve.mjs --port ${port}`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
