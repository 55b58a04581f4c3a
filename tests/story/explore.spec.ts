import { expect, test, type Page } from '@playwright/test';
import { expectScene, openStory, overlap, watchForTrouble } from '../support/reader';

type Box = Parameters<typeof overlap>[0];

/** Longitude, latitude and the globe's radius (CSS px) of the map at rest. */
async function camera(page: Page) {
	await expect(page.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	const text = await page.locator('[data-map] [data-camera]').first().getAttribute('data-camera');
	const [lon = NaN, lat = NaN, radius = NaN] = (text ?? '').split(' ').map(Number);
	return { lon, lat, radius };
}

const scrolled = (page: Page) => page.evaluate(() => scrollY);

/** A point of the map that nothing covers: near the middle of its free part. */
async function openGround(page: Page) {
	const phone = (page.viewportSize()?.width ?? 0) < 700;
	return phone ? { x: 195, y: 240 } : { x: 950, y: 330 };
}

async function explore(page: Page, beat: string) {
	await openStory(page, `/#${beat}`);
	await expectScene(page, beat);
	await page.locator('[data-explore]').click();
	await expect(page.locator('[data-explorer]')).toBeVisible();
	await expect(page.locator('[data-map]')).toBeFocused();
}

test(
	'the reader turns the globe by hand, and comes back to exactly where they were',
	{ tag: ['@smoke', '@phone'] },
	async ({ page }) => {
		const trouble = watchForTrouble(page);
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		const [before, top] = [await camera(page), await scrolled(page)];
		await page.locator('[data-explore]').click();
		await expect(page.locator('[data-explorer]')).toBeVisible();
		const { x, y } = await openGround(page);
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 120, y + 40, { steps: 6 });
		await page.mouse.up();
		const turned = await camera(page);
		expect(turned.lon).toBeLessThan(before.lon - 3);
		expect(turned.lat).toBeGreaterThan(before.lat + 1);
		await page.keyboard.press('Escape');
		await expect(page.locator('[data-explorer]')).toHaveCount(0);
		await expect(page.locator('[data-explore]')).toBeFocused();
		await expect.poll(async () => (await camera(page)).lon).toBeCloseTo(before.lon, 1);
		expect(await scrolled(page)).toBe(top);
		await expectScene(page, 'rumour');
		expect(trouble).toEqual([]);
	}
);

test('keys turn, near, and go home; the page and its passages stay where they are', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await explore(page, 'telephone');
	const [start, top] = [await camera(page), await scrolled(page)];
	await page.keyboard.press('ArrowRight');
	await expect.poll(async () => (await camera(page)).lon).toBeGreaterThan(start.lon);
	await page.keyboard.press('ArrowUp');
	await expect.poll(async () => (await camera(page)).lat).toBeGreaterThan(start.lat);
	await page.keyboard.press('+');
	await expect.poll(async () => (await camera(page)).radius).toBeGreaterThan(start.radius * 1.3);
	await page.keyboard.press('-');
	await page.keyboard.press('-');
	await expect.poll(async () => (await camera(page)).radius).toBeLessThan(start.radius);
	await page.keyboard.press('Home');
	await expect.poll(async () => camera(page)).toEqual(start);
	expect(await scrolled(page)).toBe(top);
	await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-beat', 'telephone');
});

test('the wheel zooms the explored map, and the page stays', async ({ page }, info) => {
	test.skip(info.project.name === 'phone', 'phones have no wheel');
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await explore(page, 'telephone');
	const { x, y } = await openGround(page);
	const [start, top] = [await camera(page), await scrolled(page)];
	await page.mouse.move(x, y);
	await page.mouse.wheel(0, 200);
	await expect.poll(async () => (await camera(page)).radius).toBeLessThan(start.radius * 0.8);
	const far = await camera(page);
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -100);
	await page.keyboard.up('Control');
	await expect.poll(async () => (await camera(page)).radius).toBeGreaterThan(far.radius * 1.2);
	// Over the slip with its buttons neither the map nor the page moves.
	const near = await camera(page);
	await page.locator('[data-explorer] p').hover();
	await page.mouse.wheel(0, 600);
	await page.mouse.move(x, y);
	await page.mouse.wheel(0, -50);
	await expect.poll(async () => (await camera(page)).radius).toBeGreaterThan(near.radius);
	expect(await scrolled(page)).toBe(top);
	await expect(page.locator('[data-explorer]')).toBeVisible();
});

test(
	'two fingers bring the map nearer; one finger outside the explorer scrolls the page',
	{ tag: '@phone' },
	async ({ page }, info) => {
		test.skip(info.project.name !== 'phone', 'a touch screen');
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openStory(page, '/#telephone');
		await expectScene(page, 'telephone');
		const client = await page.context().newCDPSession(page);
		const touch = (type: string, points: [number, number][]) =>
			client.send('Input.dispatchTouchEvent', {
				type: type as 'touchStart',
				touchPoints: points.map(([x, y], id) => ({ x, y, id }))
			});
		const top = await scrolled(page);
		await touch('touchStart', [[195, 300]]);
		for (let y = 280; y >= 140; y -= 20) await touch('touchMove', [[195, y]]);
		await touch('touchEnd', []);
		await expect.poll(() => scrolled(page)).toBeGreaterThan(top + 80);
		// The swipe runs on for a moment.
		await expect
			.poll(async () => {
				const then = await scrolled(page);
				await page.waitForTimeout(250);
				return (await scrolled(page)) - then;
			})
			.toBe(0);

		await page.locator('[data-explore]').click();
		await expect(page.locator('[data-explorer]')).toBeVisible();
		const start = await camera(page);
		const here = await scrolled(page);
		await touch('touchStart', [
			[150, 240],
			[240, 240]
		]);
		for (let d = 0; d <= 60; d += 10) {
			await touch('touchMove', [
				[150 - d, 240],
				[240 + d, 240]
			]);
		}
		await touch('touchEnd', []);
		await expect.poll(async () => (await camera(page)).radius).toBeGreaterThan(start.radius * 1.5);
		expect(await scrolled(page)).toBe(here);
	}
);

test(
	'a mark says what it is and which passage names it; the way there leads back',
	{ tag: '@phone' },
	async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await explore(page, 'bracket');
		const top = await scrolled(page);
		await page.locator('[data-map] [data-card="place-santiago"]').click();
		const card = page.locator('dialog#place-santiago');
		await expect(card).toBeVisible();
		await expect(card).toContainText('named in the telegram');
		await expect(card).toContainText('¶5');
		await page.keyboard.press('Escape');
		await expect(card).toBeHidden();
		await expect(page.locator('[data-explorer]')).toBeVisible();

		await page.locator('[data-explore-places]').selectOption('quemoy');
		await expect(page.locator('[data-map] [data-mark="quemoy"]')).toBeVisible();
		await page.locator('[data-map]').press('ArrowRight');
		await page.locator('[data-map]').press('+');
		const left = await camera(page);
		const about = page.locator('[data-explore-about]');
		await about.focus();
		await page.keyboard.press('Enter');
		const link = page.locator('dialog#place-quemoy a[href="#taiwan-1958"]');
		await link.click();
		await expectScene(page, 'taiwan-1958');
		await expect(page.locator('[data-explorer]')).toHaveCount(0);
		await expect(page.locator('dialog[open]')).toHaveCount(0);
		await page.locator('[data-return] button').first().click();
		await expectScene(page, 'bracket');
		expect(await scrolled(page)).toBe(top);
		await expect(page.locator('[data-return]')).toHaveCount(0);
		// The explorer, its view, the place, the card and the link in it: all as they were left.
		await expect(page.locator('[data-explorer]')).toBeVisible();
		await expect(link).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(about).toBeFocused();
		await expect(about).toHaveText('About Quemoy (Kinmen)');
		await expect(page.locator('[data-map] [data-mark="quemoy"]')).toHaveAttribute(
			'data-chosen',
			'true'
		);
		const back = await camera(page);
		expect(back.lon).toBeCloseTo(left.lon, 3);
		expect(back.lat).toBeCloseTo(left.lat, 3);
		expect(back.radius).toBeCloseTo(left.radius, 1);
		// And out again to the words, as ever.
		await page.keyboard.press('Escape');
		await expect(page.locator('[data-explorer]')).toHaveCount(0);
		await expect(page.locator('[data-explore]')).toBeFocused();
	}
);

test('a link to the passage that is read leads out of the explorer, and back into it', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await explore(page, 'bracket');
	await page.locator('[data-map] [data-card="place-santiago"]').click();
	await page.locator('dialog#place-santiago a[href="#bracket"]').click();
	await expect(page.locator('[data-explorer]')).toHaveCount(0);
	await expect(page.locator('#bracket')).toBeInViewport();
	await page.locator('[data-return] button').first().click();
	await expect(page.locator('dialog#place-santiago')).toBeVisible();
	await expect(page.locator('[data-explorer]')).toBeVisible();
});

test('a place that was chosen is ringed, not red; once the map was turned away it can be chosen again', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await explore(page, 'bracket');
	const list = page.locator('[data-explore-places]');
	await list.selectOption('moscow');
	const mark = page.locator('[data-map] [data-mark="moscow"]');
	await expect(mark).toHaveAttribute('data-chosen', 'true');
	await expect(mark).toHaveAttribute('data-focus', 'false');
	await expect(page.locator('[data-map] [data-label="moscow"]')).not.toHaveClass(/focus/);
	const there = await camera(page);
	await expect(list).toHaveValue('moscow');
	for (let i = 0; i < 5; i += 1) await page.locator('[data-map]').press('ArrowUp');
	await expect.poll(async () => (await camera(page)).lat).toBeGreaterThan(there.lat + 1);
	await expect(list).toHaveValue('');
	await list.selectOption('moscow');
	await expect.poll(async () => (await camera(page)).lat).toBeCloseTo(there.lat, 3);
	// What the passage is about stays red when it is chosen.
	await list.selectOption('santiago');
	await expect(page.locator('[data-map] [data-mark="santiago"]')).toHaveAttribute(
		'data-focus',
		'true'
	);
});

for (const [size, tag] of [
	[{ width: 390, height: 844 }, undefined],
	[{ width: 320, height: 568 }, '@full'],
	[{ width: 1440, height: 900 }, undefined],
	[{ width: 1080, height: 1920 }, '@full']
] as const) {
	test(
		`the legend explains what the explorer draws, over none of its controls, at ${size.width} × ${size.height}`,
		{ tag },
		async ({ page }, info) => {
			test.skip(info.project.name !== 'desktop', 'sizes are set here, one project is enough');
			await page.setViewportSize(size);
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await explore(page, 'rumour');
			await page.locator('[data-explore-places]').selectOption('quemoy');
			const legend = page.locator('[data-explorer] [data-legend]');
			await legend.locator('summary').click();
			for (const words of [
				'rumour',
				'known from other records, dismantled',
				'the place you chose'
			]) {
				await expect(legend.locator('li', { hasText: words })).toHaveCount(1);
			}
			const signs = legend.locator('.signs');
			await expect(signs).toBeInViewport({ ratio: 1 });
			const list = await signs.boundingBox();
			if (!list) throw new Error('The legend has no box.');
			const controls = page.locator('[data-explorer] :is(button, select, summary):visible');
			expect(await controls.count()).toBeGreaterThan(5);
			const boxes: Box[] = [];
			for (const control of await controls.all()) {
				await expect(control).toBeInViewport({ ratio: 0.99 });
				const box = await control.boundingBox();
				if (box) boxes.push(box);
			}
			boxes.forEach((box, i) => {
				expect(overlap(box, list), `control ${i} under the legend`).toBe(false);
				const next = boxes.slice(i + 1).findIndex((other) => overlap(box, other));
				expect(next, `control ${i} overlaps another`).toBe(-1);
			});
			// Its last line is reachable.
			await legend.getByRole('link').scrollIntoViewIfNeeded();
			await expect(legend.getByRole('link')).toBeInViewport();
		}
	);
}

test('a mark that nobody explores opens its card as well', async ({ page }) => {
	await openStory(page, '/#hong-kong');
	await expectScene(page, 'hong-kong');
	await page.locator('[data-map] [data-card="place-macao"]').click();
	await expect(page.locator('dialog#place-macao')).toContainText('Portuguese administration');
});

test('the end of the story offers the explorer', async ({ page }) => {
	await openStory(page, '/#ways-on');
	await expectScene(page, 'ways-on');
	await page.locator('[data-explore-link]').click();
	await expect(page.locator('[data-explorer]')).toBeVisible();
	await page.locator('[data-explore-back]').click();
	await expect(page.locator('[data-explorer]')).toHaveCount(0);
	await expect(page.locator('[data-explore-link]')).toBeFocused();
});

test('on a phone on its side no picture is drawn into a stage without room', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await page.setViewportSize({ width: 844, height: 390 });
	const pictures = page.waitForResponse('**/pictures.json');
	await openStory(page, '/#fifty');
	await (await pictures).finished();
	await expect(page.locator('#fifty .still')).toBeVisible();
	await page.setViewportSize({ width: 390, height: 844 });
	await expectScene(page, 'fifty');
	await expect(page.locator('[data-picture="room"]')).toBeVisible();
	await page.setViewportSize({ width: 844, height: 390 });
	await expect(page.locator('[data-picture]')).toHaveCount(0);
	expect(trouble).toEqual([]);
});

test('on a phone on its side the explorer has the whole window, and leads back to the words', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 844, height: 390 });
	await openStory(page, '/#rumour');
	await expect(page.locator('#rumour')).toHaveAttribute('aria-current', 'step');
	await expect(page.locator('[data-map]')).toBeHidden();
	// Who speaks stands before the narrator's words.
	const [who, words] = await Promise.all(
		['.who', '.narration'].map((part) => page.locator(`#rumour ${part}`).boundingBox())
	);
	expect((who?.y ?? Infinity) + (who?.height ?? 0)).toBeLessThanOrEqual(words?.y ?? 0);
	await page.locator('[data-explore]').click();
	const map = page.locator('[data-map]');
	await expect(map).toHaveAttribute('data-settled', 'true');
	expect(await map.boundingBox()).toEqual({ x: 0, y: 0, width: 844, height: 390 });
	await expect(map.locator('[data-label]').first()).toBeVisible();
	await page.locator('[data-explore-back]').click();
	await expect(map).toBeHidden();
	await expect(page.locator('[data-explore]')).toBeFocused();
	await expect(page.locator('#rumour')).toHaveAttribute('aria-current', 'step');
});

test('who reads on by the buttons has left the explorer', async ({ page }, info) => {
	test.skip(info.project.name === 'phone', 'there the explorer has the whole screen');
	await explore(page, 'bracket');
	await page.locator('[data-next]').click();
	await expectScene(page, 'afraid-of-what');
	await expect(page.locator('[data-explorer]')).toHaveCount(0);
});

test('without JavaScript the same facts are on a page: every territory, every place', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/map/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The map of November 1962');
	for (const text of ['Germany', 'Vietnam', 'Bahamas', 'Greenland', 'R-16', 'Santiago de Cuba']) {
		await expect(page.getByText(text).first(), text).toBeVisible();
	}
	await page
		.getByRole('link', { name: /Back to the telegram/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/#cover$/);
	await context.close();
});
