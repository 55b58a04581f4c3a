/**
 * Takes pictures of the built site: `npm run shots -- --sizes 390x844,1440x900 --beats cover,rumour`.
 * `--beats all` takes every beat. Pictures go to `.shots/`.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser } from './find-browser.mjs';
import { serve } from './serve.mjs';

const { values } = parseArgs({
	options: {
		sizes: { type: 'string', default: '390x844,1440x900,1080x1920' },
		beats: { type: 'string', default: 'cover,rumour,bracket,midnight' },
		out: { type: 'string', default: '.shots' }
	}
});

mkdirSync(values.out, { recursive: true });
const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
for (const size of values.sizes.split(',')) {
	const [width = 0, height = 0] = size.split('x').map(Number);
	const phone = width < 700;
	const page = await browser.newPage({
		viewport: { width, height },
		deviceScaleFactor: phone ? 2 : 1,
		reducedMotion: 'reduce'
	});
	await page.goto(server.url);
	const all = await page.locator('[data-beat]').evaluateAll((beats) => beats.map(({ id }) => id));
	for (const beat of values.beats === 'all' ? all : values.beats.split(',')) {
		await page.evaluate(
			(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
			beat
		);
		await page.waitForFunction(
			(id) =>
				[...document.querySelectorAll('[data-settled]')].every(
					({ dataset }) => dataset.beatShown === id && dataset.settled === 'true'
				),
			beat,
			{ timeout: 15_000 }
		);
		await page.evaluate(() => document.fonts.ready);
		await page.waitForTimeout(450);
		await page.screenshot({ path: `${values.out}/${size}-${beat}.png` });
	}
	await page.close();
}
await browser.close();
await server.close();
