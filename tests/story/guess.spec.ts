import { expect, test } from '@playwright/test';
import { expectScene, openStory } from '../support/reader';

const WHAT = 'Cuba will not object if the Soviet Union removes';

test(
	'the page answers a guess, remembers it, says it again at the end, and forgets what is taken back',
	{ tag: '@phone' },
	async ({ page }) => {
		await openStory(page, '/#unfinished-meeting');
		await expectScene(page, 'unfinished-meeting');
		const beat = page.locator('#unfinished-meeting');
		const happened = beat.getByText(WHAT);
		const next = beat.getByText('What happened next').filter({ visible: true });
		const refuses = beat.getByRole('button', { name: 'He refuses.' });
		await expect(refuses).toBeEnabled();
		await expect(happened).toBeHidden();
		await expect(next).toHaveCount(0);
		// The picture asks as well; the days are named and empty.
		const stage = page.locator('[data-picture="evening"]');
		const told = stage.getByText('18:00');
		await expect(stage).toHaveAccessibleName(/The days from Monday 19 .* are empty\.$/);
		await expect(stage.getByText('?', { exact: true })).toBeVisible();
		await expect(told).toHaveCount(0);

		await refuses.focus();
		const above = (await refuses.boundingBox())?.y ?? 0;
		await page.keyboard.press('Enter');
		await expect(beat.getByRole('status')).toHaveText(/^You guessed that he refuses\./, {
			useInnerText: true
		});
		await expect(happened).toBeVisible();
		await expect(next).toHaveCount(1);
		await expect(told.first()).toBeVisible();
		await expect(stage).toHaveAccessibleName(/^The band goes on: /);
		await expect(stage).toHaveAttribute('data-settled', 'true');
		await expect(refuses).toBeFocused();
		expect((await refuses.boundingBox())?.y).toBeCloseTo(above, 0);

		// A pointer that stays on the chosen answer leaves it readable.
		await refuses.hover();
		const shades = await refuses.evaluate((button) => {
			const { color, backgroundColor } = getComputedStyle(button);
			return [color, backgroundColor].map((of) => Number(/\d+/.exec(of)?.[0]));
		});
		expect(Math.abs((shades[0] ?? 0) - (shades[1] ?? 0))).toBeGreaterThan(120);

		// Who reads in the answer is there again after a reload.
		const last = beat.locator('.hours > li').last();
		await last.evaluate((row) =>
			scrollBy({ top: row.getBoundingClientRect().bottom - innerHeight + 20, behavior: 'instant' })
		);
		await expect(last).toBeInViewport();
		await page.reload();
		await expectScene(page, 'unfinished-meeting');
		await expect(last).toBeInViewport();
		await expect(told.first()).toBeVisible();

		// The answer opens above the passage that is read then, which stays where it is.
		await page.goto('/#ways-on');
		await page.reload();
		await expectScene(page, 'ways-on');
		const again = page.locator('#ways-on').getByText('You guessed that he refuses.');
		await expect(again).toBeVisible();
		await expect(page.locator('#ways-on h3')).toBeInViewport({ ratio: 1 });
		await page.getByRole('link', { name: 'Guess again' }).click();
		await expectScene(page, 'unfinished-meeting');
		await expect(refuses).toHaveAttribute('aria-pressed', 'true');
		await beat.getByRole('button', { name: 'Take back my guess' }).click();
		await expect(happened).toBeHidden();
		await expect(again).toBeHidden();
		await expect(stage.getByText('?', { exact: true })).toBeVisible();
		await expect(told).toHaveCount(0);
		await page.reload();
		await expectScene(page, 'unfinished-meeting');
		await expect(refuses).toBeEnabled();
		await expect(happened).toBeHidden();
	}
);

test('those who rather do not guess are told, too', async ({ page }) => {
	await openStory(page, '/#unfinished-meeting');
	const beat = page.locator('#unfinished-meeting');
	await beat.getByRole('button', { name: 'Tell me' }).click();
	await expect(beat.getByText(WHAT)).toBeVisible();
	await expect(beat.getByRole('status')).not.toContainText('You guessed', { useInnerText: true });
});

test('where nothing can answer, on paper and for who looks for it, what happened stands there', async ({
	page,
	browser,
	baseURL
}) => {
	await page.route(/\/_app\/.*\.js$/, async (route) => {
		const response = await route.fetch();
		const script = await response.text();
		// What answers is fetched on demand, with the menu.
		if (script.includes('data-guess-undo')) await route.abort();
		else await route.fulfill({ response, body: script });
	});
	await openStory(page, '/#unfinished-meeting');
	await expect(page.locator('#unfinished-meeting').getByText(WHAT)).toBeVisible();

	const plain = await browser.newPage({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
	await plain.goto('/');
	await expect(plain.locator('#unfinished-meeting').getByText(WHAT)).toBeVisible();
	await expect(plain.getByRole('button', { name: 'He refuses.' })).toBeHidden();
	// One picture beside them, which tells it too.
	const still = plain.locator('#unfinished-meeting .still').filter({ visible: true });
	await expect(still).toHaveAttribute('src', /answer\.svg$/);
	await expect(still).toHaveAccessibleDescription(/^The band goes on: /);
	await plain.close();

	await page.unrouteAll();
	await page.goto('about:blank');
	await openStory(page, '/#signed');
	await expectScene(page, 'signed');
	const answer = page.locator('[data-answer]');
	await expect(answer.getByText(WHAT)).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(answer.getByText(WHAT)).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await expect(answer.getByText(WHAT)).toBeHidden();
	await expect(answer).toHaveAttribute('hidden', 'until-found');
});
