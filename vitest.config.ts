import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { fonts } from './scripts/build-fonts.mjs';
import { chromiumArgs, findHeadlessBrowser, findOrSay } from './scripts/find-browser.mjs';
import viteConfig from './vite.config.ts';

export default mergeConfig(
	viteConfig,
	defineConfig({
		test: {
			projects: [
				{
					extends: true,
					test: {
						name: 'unit',
						environment: 'node',
						// Pure modules: loading them once for all files is two thirds of the time. Mocks are restored by each test.
						isolate: false,
						// Thousands of random inputs take a busy machine its time.
						testTimeout: 30_000,
						include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
						exclude: ['src/**/*.svelte.test.ts', 'src/**/*.browser.test.ts']
					}
				},
				{
					// Components and the embed's host script alone, in a real browser: no routes, no server.
					plugins: [fonts(), svelte({ configFile: false, compilerOptions: { runes: true } })],
					resolve: { alias: { $lib: '/src/lib' } },
					publicDir: 'static',
					// Found late, they would make the first run start over.
					optimizeDeps: { include: ['pym.js', '@newswire/frames'] },
					test: {
						name: 'component',
						testTimeout: 30_000,
						include: ['src/**/*.svelte.test.ts', 'src/**/*.browser.test.ts'],
						browser: {
							enabled: true,
							headless: true,
							screenshotFailures: false,
							provider: playwright({
								launchOptions: process.env.VITEST
									? { executablePath: await findOrSay(findHeadlessBrowser), args: chromiumArgs }
									: {}
							}),
							instances: [{ browser: 'chromium' }]
						}
					}
				},
				{
					// What is published: the files of the last build.
					test: { name: 'built', environment: 'node', include: ['tests/built/**/*.test.ts'] }
				},
				{
					// The packed kiosk: its server, its supervisor, a browser that is killed.
					resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
					test: {
						name: 'kiosk',
						environment: 'node',
						// A busy machine is slow to start a Python or a browser.
						testTimeout: 30_000,
						include: ['kiosk-runtime/tests/**/*.test.ts']
					}
				}
			]
		}
	})
);
