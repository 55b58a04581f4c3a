/** `npm run dev`: every edit is on the screen by itself. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { devServer } from '../support/dev-server';

// The first page waits until Vite has bundled all packages.
test.setTimeout(180_000);

/** Goes to a page, and waits until it runs: an edit before that would find nobody who listens. */
async function open(page: Page, url: string, running: string): Promise<void> {
	await page.goto(url, { timeout: 120_000 });
	await expect(page.locator(running)).toBeAttached({ timeout: 60_000 });
}
const MAP = '[data-map][data-settled="true"]';

test(
	'an edit is on the screen without a reload by hand, and nothing differs at load',
	{
		tag: '@full'
	},
	async ({ page }) => {
		const dev = await devServer();
		const warnings: string[] = [];
		page.on('console', (message) => {
			if (/hydrat/i.test(message.text())) warnings.push(message.text());
		});
		try {
			await open(page, dev.url, MAP);

			// A hydrated component.
			dev.edit('src/lib/stage/Header.svelte', 'data-header', 'data-header data-edited');
			await expect(page.locator('header[data-edited]')).toBeAttached();

			// One that is rendered on the server only.
			dev.edit(
				'src/lib/prose/Flow.svelte',
				'data-server-html="flow"',
				'data-server-html="flow" data-edited'
			);
			await expect(page.locator('[data-server-html="flow"][data-edited]')).toBeAttached();
			await expect(page.locator(MAP)).toBeAttached();

			// One of both kinds: the words stand in what the server made, the legend does not.
			dev.edit('src/lib/globe/drawing/LegendSign.svelte', '<svg', '<svg data-edited');
			await expect(page.locator('[data-server-html="flow"] svg[data-edited]')).not.toHaveCount(0);
			await expect(page.locator(MAP)).toBeAttached();

			// Content: changed, deleted, new.
			const topics = readFileSync('src/content/en/topics.yaml', 'utf8');
			dev.edit('src/content/en/ui.yaml', 'siteTitle: Telegram 1856', 'siteTitle: Edited');
			await expect(page).toHaveTitle(/^Edited/);
			await expect(page.locator(MAP)).toBeAttached();
			dev.remove('src/content/en/topics.yaml');
			await expect(page.getByText('This file is missing')).toBeVisible();
			dev.write('src/content/en/topics.yaml', topics);
			await expect(page.getByText('This file is missing')).toBeHidden();
			await expect(page.locator(MAP)).toBeAttached();

			// A page without an application.
			await open(page, `${dev.url}map/`, 'h1');
			dev.edit('src/routes/[[lang=lang]]/map/+page.svelte', '<h1>', '<h1 data-edited>');
			await expect(page.locator('h1[data-edited]')).toBeAttached();

			await open(page, `${dev.url}kiosk/`, '[data-kiosk][data-ready="true"]');
			expect(warnings).toEqual([]);
		} finally {
			await dev.stop();
		}
	}
);
