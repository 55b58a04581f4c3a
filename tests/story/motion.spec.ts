import { expect, test, type Page } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

test.use({ reducedMotion: 'no-preference' });

/** Collects the map's land outline frame by frame while something happens: how many different ones. */
const frames = async (page: Page, during: () => Promise<void>) => {
	await page.evaluate(() => {
		const seen = new Set<string>();
		Object.assign(window, { seen });
		const look = () => {
			seen.add(document.querySelector('[data-map] .land')?.getAttribute('d')?.slice(0, 400) ?? '');
			requestAnimationFrame(look);
		};
		look();
	});
	await during();
	return page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size);
};

/** Goes from one passage to another: how many different views of the land the map drew on its way. */
async function viewsBetween(page: Page, from: string, to: string): Promise<number> {
	await openStory(page, `/#${from}`);
	await expectScene(page, from);
	return frames(page, async () => {
		await page.evaluate(
			(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
			to
		);
		await expectScene(page, to);
	});
}

test('with motion the camera flies: many views between two beats', async ({ page }) => {
	expect(await viewsBetween(page, 'rumour', 'answer')).toBeGreaterThan(5);
});

test('from the map to the room the camera flies to Havana first', async ({ page }) => {
	expect(await viewsBetween(page, 'cover', 'invitation')).toBeGreaterThan(5);
	await expect(page.locator('[data-picture="room"]')).toBeVisible();
});

test('while a picture closes, the stage does not say that it stands still', async ({ page }) => {
	await openStory(page, '/#all-their-blood');
	await expectScene(page, 'all-their-blood');
	const early = await page.evaluate(async () => {
		document.getElementById('great-impression')?.scrollIntoView({ behavior: 'instant' });
		const found: string[] = [];
		let both = false;
		for (let frame = 0; frame < 240; frame += 1) {
			await new Promise(requestAnimationFrame);
			const pictures = [...document.querySelectorAll<HTMLElement>('[data-picture]')];
			const closing = pictures.find(({ dataset }) => dataset.picture === 'room');
			if (pictures.length > 1) both = true;
			else if (both) break;
			// The first frame of the next picture is the first of its way out.
			if (
				pictures.length > 1 &&
				closing?.getAnimations().length &&
				closing.dataset.settled === 'true'
			) {
				found.push(`frame ${frame}`);
			}
		}
		return { both, found };
	});
	expect(early).toEqual({ both: true, found: [] });
});

test('a picture says that it stands still only when nothing in it moves', async ({ page }) => {
	await openStory(page, '/#midnight');
	await expectScene(page, 'midnight');
	const early = await page.evaluate(async () => {
		document.getElementById('films')?.scrollIntoView({ behavior: 'instant' });
		for (let frame = 0; frame < 600; frame += 1) {
			await new Promise(requestAnimationFrame);
			const picture = document.querySelector<HTMLElement>('[data-picture="room"]');
			if (picture?.dataset.settled !== 'true') continue;
			const moving = picture.getAnimations({ subtree: true });
			return moving.filter(({ playState }) => playState === 'running').length;
		}
		return 'never';
	});
	expect(early).toBe(0);
});

test('opened at a picture, the map that stands in for it does not say that it stands still', async ({
	page
}) => {
	let send = () => {};
	const held = new Promise<void>((resolve) => (send = resolve));
	await page.route('**/pictures.json', async (route) => {
		await held;
		await route.fallback();
	});
	await openStory(page, '/#fifty');
	const map = page.locator('[data-map]');
	await expect(map).toHaveAttribute('data-beat-shown', 'fifty');
	await expect(map.locator('[data-label]').first()).toBeVisible();
	await expect(map).toHaveAttribute('data-settled', 'false');
	send();
	await expectScene(page, 'fifty');
	await expect(page.locator('[data-picture="room"]')).toBeVisible();
});

test('with reduced motion the camera cuts and the same scene stands there', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await viewsBetween(page, 'rumour', 'answer')).toBeLessThanOrEqual(4);
	await expect(page.locator('[data-mark="ussr"]')).toBeAttached();
	await expect(page.locator('[data-person="mikoyan"]')).toHaveAttribute('data-state', 'speaking');
});

test("the page's own motion switch does the same and is remembered", async ({ page }) => {
	await openStory(page, '/#rumour');
	await page.locator('[data-menu]').click();
	await page.getByRole('switch').first().click();
	await page.keyboard.press('Escape');
	await expectScene(page, 'rumour');
	const count = await frames(page, async () => {
		await page.evaluate(() =>
			document.getElementById('answer')?.scrollIntoView({ behavior: 'instant' })
		);
		await expectScene(page, 'answer');
	});
	expect(count).toBeLessThanOrEqual(4);
	await page.reload();
	await page.locator('[data-menu]').click();
	await expect(page.getByRole('switch').first()).not.toBeChecked();
});

test('a flight that is interrupted ends at the beat that is read', async ({ page }) => {
	await openStory(page, '/#invitation');
	for (const beat of ['answer', 'convenient-moment', 'the-order', 'bracket']) {
		await page.evaluate(
			(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
			beat
		);
		await page.waitForFunction(
			(id) => document.querySelector('[data-map]')?.getAttribute('data-beat-shown') === id,
			beat
		);
	}
	await expectScene(page, 'bracket');
	await expect(page.locator('[data-map] [data-mark="santiago"]')).toBeVisible();
});
