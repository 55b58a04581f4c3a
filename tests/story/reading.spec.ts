import { expect, test } from '@playwright/test';
import {
	beatIds,
	currentBeat,
	expectScene,
	openStory,
	overlap,
	watchForTrouble
} from '../support/reader';

test(
	'scrolled slowly, every beat comes once, in order, with its own scene',
	{ tag: '@phone' },
	async ({ page }) => {
		const trouble = watchForTrouble(page);
		await openStory(page);
		const ids = await beatIds(page);
		const seen = await page.evaluate(async () => {
			const current = () => document.querySelector('[aria-current="step"]')?.id ?? '';
			const found = [current()];
			new MutationObserver(() => {
				if (current() && current() !== found.at(-1)) found.push(current());
			}).observe(document.body, { subtree: true, attributeFilter: ['aria-current'] });
			const frame = () => new Promise(requestAnimationFrame);
			for (let before = -1; scrollY !== before;) {
				before = scrollY;
				scrollBy({ top: innerHeight * 0.22, behavior: 'instant' });
				await frame();
				await frame();
			}
			return found;
		});
		await expect(page.locator('[aria-current="step"]')).toHaveAttribute(
			'data-beat',
			ids.at(-1) ?? ''
		);
		expect([...seen, ids.at(-1)].filter((id, i, all) => all[i - 1] !== id)).toEqual(ids);
		expect(trouble).toEqual([]);
	}
);

test('flung, jumped and reversed, the scene always matches the words', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await openStory(page);
	const ids = await beatIds(page);
	const last = ids.at(-1) ?? '';
	const end = () =>
		page.evaluate(() =>
			scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
		);
	const start = () => page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await end();
	await expectScene(page, last);
	await start();
	await expectScene(page, ids[0] ?? '');
	await end();
	await start();
	await end();
	await expectScene(page, last);
	for (let i = 0; i < 12; i += 1) await page.mouse.wheel(0, -2400);
	await expect
		.poll(
			async () =>
				(await currentBeat(page)) ===
				(await page.locator('[data-map]').getAttribute('data-beat-shown'))
		)
		.toBe(true);
	const onScreen = await page.evaluate(() => {
		const beat = document.querySelector('[aria-current="step"]')?.getBoundingClientRect();
		return beat ? beat.top < innerHeight && beat.bottom > -innerHeight * 0.5 : false;
	});
	expect(onScreen).toBe(true);
});

test(
	'a link to a beat opens there, and the scene with it',
	{ tag: ['@smoke', '@phone'] },
	async ({ page }) => {
		await openStory(page, '/#bracket');
		await expectScene(page, 'bracket');
		await expect(page.locator('#bracket')).toBeInViewport();
		await expect(page.locator('[data-map] [data-mark="santiago"]')).toBeAttached();
		await openStory(page, '/#p10');
		await expectScene(page, 'the-order');
	}
);

test('reload in the middle stays in the middle', async ({ page }) => {
	await openStory(page, '/#taiwan-1958');
	await page.evaluate(() => {
		history.replaceState(history.state, '', location.pathname);
		document.getElementById('the-order')?.scrollIntoView({ behavior: 'instant' });
	});
	await expectScene(page, 'the-order');
	await page.reload();
	await expectScene(page, 'the-order');
});

test(
	'the address is not rewritten while scrolling, and Back leaves the story in one step',
	{ tag: '@smoke' },
	async ({ page }) => {
		await page.goto('/no-such-page/');
		await page.goto('/');
		// In other letters the same passage lies elsewhere, and Back restores a distance.
		await page.evaluate(() => document.fonts.ready.then(() => {}));
		const entries = await page.evaluate(() => history.length);
		for (const id of ['rumour', 'bracket', 'the-order', 'midnight']) {
			await page.evaluate(
				(beat) => document.getElementById(beat)?.scrollIntoView({ behavior: 'instant' }),
				id
			);
			await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-beat', id);
		}
		expect(await page.evaluate(() => location.hash)).toBe('');
		expect(await page.evaluate(() => history.length)).toBe(entries);
		await page.goBack();
		await expect(page).toHaveURL(/no-such-page/);
		await page.goForward();
		await expectScene(page, 'midnight');
	}
);

test('resizing and turning the screen keeps words and scene together', async ({ page }) => {
	await openStory(page, '/#the-order');
	await expectScene(page, 'the-order');
	for (const size of [
		{ width: 844, height: 390 },
		{ width: 320, height: 568 },
		{ width: 1440, height: 900 },
		{ width: 360, height: 225 },
		{ width: 820, height: 1180 }
	]) {
		await page.setViewportSize(size);
		// Where there is no room for the stage the passage brings its picture.
		await expect
			.poll(async () => {
				const beat = await currentBeat(page);
				return size.height < 480
					? page.locator(`#${beat} .still`).isVisible()
					: (await page.locator('[data-map]').getAttribute('data-beat-shown')) === beat;
			})
			.toBe(true);
		const sideways = await page.evaluate(
			() => document.documentElement.scrollWidth > document.documentElement.clientWidth
		);
		expect(sideways, `${size.width} × ${size.height} scrolls sideways`).toBe(false);
	}
});

test('at 400 % zoom only a slim bar sticks, and each beat brings its still map', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 225 });
	await openStory(page, '/#bracket');
	await expect(page.locator('[data-map]')).toBeHidden();
	await expect(page.locator('#bracket .still')).toBeVisible();
	expect((await page.locator('[data-header]').boundingBox())?.height).toBeLessThanOrEqual(40);
	await expect(page.locator('#bracket .who')).toBeVisible();
});

test('what sticks never takes more than half of a phone screen', async ({ page }) => {
	for (const size of [
		{ width: 320, height: 568 },
		{ width: 390, height: 844 }
	]) {
		await page.setViewportSize(size);
		await openStory(page, '/#rumour');
		const bottoms = await page
			.locator('[data-header], [data-stage]')
			.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().bottom));
		expect(Math.max(...bottoms)).toBeLessThanOrEqual(size.height / 2 + 1);
		const beat = await page.locator('#rumour').boundingBox();
		const header = await page.locator('[data-header]').boundingBox();
		expect(beat && header && overlap(beat, header)).toBe(false);
	}
});

test('section and minutes left are always there, and count down', async ({ page }) => {
	await openStory(page, '/#invitation');
	await expect(page.locator('[data-where]')).toContainText(/1 of 11/);
	const minutes = async () =>
		Number((await page.locator('[data-where]').textContent())?.match(/(\d+) min/)?.[1] ?? 0);
	await expect.poll(minutes).toBeGreaterThan(5);
	const early = await minutes();
	await page.evaluate(() =>
		document.getElementById('midnight')?.scrollIntoView({ behavior: 'instant' })
	);
	await expect(page.locator('[data-where]')).toContainText(/11 of 11/);
	await expect.poll(minutes).toBeLessThan(early);
});

test(
	'a returning reader is offered the place where the reading stopped',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openStory(page, '/#the-order');
		await expectScene(page, 'the-order');
		await openStory(page, '/');
		await page.evaluate(() => sessionStorage.clear());
		const offer = page.locator('[data-continue]');
		await expect(offer).toBeVisible();
		await offer.getByRole('button').first().click();
		await expectScene(page, 'the-order');
	}
);

test('nothing shifts while fonts and map arrive', { tag: '@phone' }, async ({ page }) => {
	await page.addInitScript(() => {
		(window as unknown as { shifts: number }).shifts = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				hadRecentInput: boolean;
			})[]) {
				if (!entry.hadRecentInput) (window as unknown as { shifts: number }).shifts += entry.value;
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.route('**/*.woff2', async (route) => {
		await new Promise((done) => setTimeout(done, 400));
		await route.continue();
	});
	await openStory(page);
	await page.evaluate(() => document.fonts.ready);
	await expectScene(page, 'cover');
	expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBeLessThan(
		0.02
	);
});

test('another window keeps the reader at the same passage', { tag: '@phone' }, async ({ page }) => {
	await page.goto('/#macao-goa');
	const shown = page.locator('[data-map]');
	await expect(shown).toHaveAttribute('data-beat-shown', 'macao-goa');
	const { width = 0, height = 0 } = page.viewportSize() ?? {};
	for (const [across, down] of [
		[0.8 * width, height],
		[1.15 * width, height],
		[1080, 1920],
		[900, 1600],
		[1440, 900],
		[width, height]
	] as const) {
		await page.setViewportSize({ width: Math.round(across), height: down });
		await expect
			.poll(() => page.evaluate(() => document.querySelector('[aria-current="step"]')?.id))
			.toBe('macao-goa');
	}
	await expect(shown).toHaveAttribute('data-beat-shown', 'macao-goa');
});
