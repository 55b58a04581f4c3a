import { defineConfig, devices } from '@playwright/test';
import { chromiumArgs, findBrowser, findFirefox, firefoxLaunch } from './scripts/find-browser.mjs';
import type { EngineOptions } from './tests/engines/test';

// A port of its own for each run, so that two runs on one machine do not meet; workers inherit it.
process.env.TEST_PORT ??= String(4200 + Math.floor(Math.random() * 800));
const port = Number(process.env.TEST_PORT);
// Looked for once; workers inherit it, also when there is none.
process.env.TEST_FIREFOX ??= (await findFirefox()) ?? '';
const firefoxPath = process.env.TEST_FIREFOX;
const launchOptions = { executablePath: findBrowser({ install: true }), args: chromiumArgs };

process.env.TEST_WEBKIT ??= '/usr/bin/python3';
const PATH = '**/engines/*.spec.ts';

export default defineConfig<object, EngineOptions>({
	testDir: 'tests',
	testMatch: '*.spec.ts',
	outputDir: 'test-results',
	forbidOnly: Boolean(process.env.CI),
	fullyParallel: true,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 12_000 },
	reporter: process.env.PLAYWRIGHT_JSON ? [['line'], ['json']] : [['list']],
	use: { baseURL: `http://localhost:${port}`, trace: 'off', serviceWorkers: 'block' },
	projects: [
		{ name: 'desktop', testIgnore: PATH, use: { viewport: { width: 1440, height: 900 }, launchOptions } },
		{
			name: 'phone',
			use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions },
			// Embeds open pages of their own, in every width that matters.
			testIgnore: ['**/embed*.spec.ts', PATH]
		},
		...(firefoxPath
			? [
					{
						name: 'firefox',
						testMatch: ['**/embed.spec.ts', PATH],
						use: {
							browserName: 'firefox' as const,
							engineName: 'firefox' as const,
							viewport: { width: 1280, height: 900 },
							launchOptions: firefoxLaunch(firefoxPath)
						}
					}
				]
			: []),
		{ name: 'webkit', testMatch: PATH, use: { engineName: 'webkit' } },
		{ name: 'chromium', testMatch: PATH, use: { engineName: 'chromium' } }
	],
	webServer: {
		command: `node scripts/serve.mjs --port ${port}`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
