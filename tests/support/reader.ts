import { expect, type Page } from '@playwright/test';

/** The beat that is read now, by the page's own mark. */
export const currentBeat = (page: Page) =>
	page.locator('[aria-current="step"]').getAttribute('data-beat');

/** Every beat id, in order. */
export const beatIds = (page: Page) =>
	page.locator('[data-beat]').evaluateAll((beats) => beats.map((beat) => beat.id));

/** Opens the story and waits until it answers. */
export async function openStory(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await expect(page.locator('[aria-current="step"]')).toHaveCount(1);
	await expect(page.locator('[data-map]')).toBeAttached();
}

/** Waits until the scene on screen belongs to the words on screen and nothing moves. */
export async function expectScene(page: Page, beat: string): Promise<void> {
	await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-beat', beat);
	await expect(page.locator('[data-map]')).toHaveAttribute('data-beat-shown', beat);
	await expect(
		page.locator(`[data-settled]:not([data-settled="true"][data-beat-shown="${beat}"])`)
	).toHaveCount(0);
}

/** What went wrong while the page was open: console errors, exceptions, missing files, other origins. */
export function watchForTrouble(page: Page): string[] {
	const trouble: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`));
	page.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost') {
			trouble.push(`other origin: ${request.url()}`);
		}
	});
	page.on('response', (response) => {
		if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
	});
	return trouble;
}

/** Axis-aligned boxes overlap by more than a hair. */
export const overlap = (
	a: { x: number; y: number; width: number; height: number },
	b: { x: number; y: number; width: number; height: number }
): boolean =>
	a.x + a.width > b.x + 1 &&
	b.x + b.width > a.x + 1 &&
	a.y + a.height > b.y + 1 &&
	b.y + b.height > a.y + 1;
