import { expect, test } from '@playwright/test';
import { expectScene, openStory, watchForTrouble } from '../support/reader';

test('a fragment nobody knows is named, and the story starts', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await openStory(page, '/#atlantis');
	await expect(page.getByText(/link names a passage/)).toBeVisible();
	await expectScene(page, 'cover');
	await page.goto(`/#${'%E0%A4%A'.repeat(20)}`);
	await page.reload();
	await expectScene(page, 'cover');
	expect(trouble).toEqual([]);
});

test('an address of ten thousand characters changes nothing', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await openStory(page, `/?x=${'a'.repeat(10_000)}#bracket`);
	await expectScene(page, 'bracket');
	await openStory(page, `/#${'b'.repeat(10_000)}`);
	await expect(page.locator('[data-telegram]')).not.toHaveCount(0);
	expect(trouble).toEqual([]);
});

/** One of them in the page; all of them in the map alone (`Globe.svelte.test.ts`). */
for (const [name, answer, tag] of [
	['missing', { status: 404, body: 'gone' }, '@full'],
	[
		'damaged',
		{ status: 200, contentType: 'application/json', body: '{"type":"Topology","arcs":[[' },
		undefined
	],
	[
		'of another kind',
		{ status: 200, contentType: 'application/json', body: '{"type":"Topology"}' },
		'@full'
	]
] as const) {
	test(
		`map data that is ${name}: a still map, a sentence, and the reading goes on`,
		{ tag },
		async ({ page }) => {
			const exceptions: string[] = [];
			page.on('pageerror', (error) => exceptions.push(error.message));
			await page.route(/\/(world|detail)\.[^/]*json$/, (route) => route.fulfill(answer));
			await openStory(page, '/#rumour');
			await expect(page.locator('[data-map] img')).toBeVisible();
			await expect(page.locator('[data-map] img')).toHaveAttribute('src', /rumour\.svg$/);
			await expect(page.getByText(/moving map could not be loaded/)).toBeVisible();
			await page.keyboard.press('ArrowRight');
			await expect(page.locator('[data-map] img')).toHaveAttribute('src', /fifty\.svg$/);
			await expectScene(page, 'fifty');
			expect(exceptions).toEqual([]);
		}
	);
}

test('detail comes before it is on screen; if it never comes, the coarse map stands', async ({
	page
}) => {
	const exceptions: string[] = [];
	page.on('pageerror', (error) => exceptions.push(error.message));
	const asked = page.waitForRequest('**/detail.*.json');
	await page.route('**/detail.*.json', (route) => route.abort());
	await openStory(page);
	await asked;
	await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-beat', 'cover');
	await page.evaluate(() =>
		document.getElementById('bracket')?.scrollIntoView({ behavior: 'instant' })
	);
	await expectScene(page, 'bracket');
	const land = await page.locator('[data-map] .land').getAttribute('d');
	expect(land?.length).toBeGreaterThan(300);
	await expect(page.locator('[data-map] [data-label="santiago"]')).toBeVisible();
	expect(exceptions).toEqual([]);
});

test('a screen of five dots to the pixel, without canvas or WebGL, still has its map', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({
		deviceScaleFactor: 5,
		viewport: { width: 390, height: 844 },
		baseURL
	});
	const page = await context.newPage();
	const trouble = watchForTrouble(page);
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await openStory(page, '/#rumour');
	await expectScene(page, 'rumour');
	await expect(page.locator('[data-map] [data-mark="paraguay"]')).toBeVisible();
	expect(trouble).toEqual([]);
	await context.close();
});

for (const chunk of ['explore', 'flight']) {
	test(`the part for ${chunk} that does not come leaves a map that cuts, and the reading goes on`, async ({
		page
	}) => {
		const exceptions: string[] = [];
		page.on('pageerror', (error) => exceptions.push(error.message));
		const html = await (await page.request.get('/')).text();
		await page.route('**/_app/immutable/chunks/*.js', async (route) => {
			const response = await route.fetch();
			const text = await response.text();
			const mark = { explore: 'data-explore-places', flight: 'exponent' }[chunk] ?? '';
			// The entry's own chunks must come; those fetched later are not named in the page.
			const late = !html.includes(route.request().url().split('/').at(-1) ?? '-');
			if (late && text.includes(mark)) await route.abort();
			else await route.fulfill({ response, body: text });
		});
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		if (chunk === 'explore') {
			await page.locator('[data-explore]').click();
			await expect(page.getByRole('alert')).toContainText('could not be opened');
			await expect(page.locator('[data-explorer]')).toHaveCount(0);
			await expect(page.locator('[data-map] [data-mark="paraguay"]')).toBeVisible();
		}
		await page.locator('[data-next]').click();
		await expectScene(page, 'fifty');
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(exceptions).toEqual([]);
		// What is still fetched ahead ends with the test.
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});
}

test('without map data nothing offers to take the map into the hand, and the link leads to the page about it', async ({
	page
}) => {
	await page.route(/\/(world|detail)\.[^/]*json$/, (route) =>
		route.fulfill({ status: 404, body: 'gone' })
	);
	await openStory(page, '/#ways-on');
	await expect(page.locator('[data-map] img')).toBeVisible();
	await expect(page.locator('[data-explore]')).toHaveCount(0);
	await page.locator('[data-explore-link]').click();
	await expect(page).toHaveURL(/\/map\/$/);
});

test('map data that fails while the explorer is open closes it', async ({ page }) => {
	let fail = () => {};
	const late = new Promise<void>((done) => (fail = done));
	await page.route(/\/(world|detail)\.[^/]*json$/, async (route) => {
		await late;
		await route.fulfill({ status: 500, body: 'broken' });
	});
	await openStory(page, '/#rumour');
	await page.locator('[data-explore]').click();
	await expect(page.locator('[data-explorer]')).toBeVisible();
	fail();
	await expect(page.locator('[data-map] img')).toBeVisible();
	await expect(page.locator('[data-explorer]')).toHaveCount(0);
});

test('without storage everything works but the memory', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await page.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage']) {
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('denied', 'SecurityError');
				}
			});
		}
	});
	await openStory(page, '/#the-order');
	await expectScene(page, 'the-order');
	await page.keyboard.press('ArrowRight');
	await expectScene(page, 'pavlov');
	expect(trouble).toEqual([]);
});

test(
	'an address that does not exist leads back into the story',
	{ tag: '@smoke' },
	async ({ page }) => {
		const response = await page.goto('/nothing/here/');
		expect(response?.status()).toBe(404);
		await page.getByRole('link', { name: /from the start/ }).click();
		await expectScene(page, 'cover');
	}
);
