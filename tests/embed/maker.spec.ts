import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { siteUrl } from '../../src/lib/site/site-url.mjs';
import { expectScene, openStory, watchForTrouble } from '../support/reader';

// Scroll mode is for readers who did not ask for less motion.
test.use({ reducedMotion: 'no-preference' });

/** The article in the preview, and the frame in the article. */
const article = (page: Page) => page.frameLocator('[data-preview] iframe');
const frame = (page: Page) => article(page).frameLocator('iframe');
const snippet = (page: Page) => page.locator('[data-snippet]:visible');

async function openMaker(page: Page, query = ''): Promise<void> {
	await page.goto(`/embed-this/${query}`);
	await expect(page.locator('[data-preview] iframe')).toBeAttached();
}

test(
	'what is chosen is what the preview shows, what the snippet says and what the address brings back',
	{ tag: '@smoke' },
	async ({ page }) => {
		const trouble = watchForTrouble(page);
		await openMaker(page);
		await expect(frame(page).locator('h1').first()).toHaveText('An evening without Fidel');
		await page.locator('label', { hasText: 'Passage' }).click();
		await page.getByLabel('Search the list').fill('paraguay?');
		await expect(page.getByText('1 in the list')).toBeVisible();
		await page.locator('label', { hasText: 'A missile base in Paraguay?' }).click();
		await page.locator('label', { hasText: 'Dark' }).click();
		await page.getByLabel('Height in pixels').fill('5');
		await page.getByLabel('Height in pixels').press('Tab');
		await expect(page.getByLabel('Height in pixels')).toHaveValue('450');
		await page.locator('label', { hasText: '320 pixels' }).click();
		await expect(frame(page).locator('article#rumour')).toBeVisible();
		await expect(article(page).locator('.telegram-1856-credit')).toBeVisible();
		await expect(article(page).locator('img')).toBeHidden();
		await expect(page).toHaveURL(/\?what=rumour&theme=dark&height=450&width=320$/);
		const html = await snippet(page).inputValue();
		expect(html).toContain(`src="${siteUrl()}/embed/rumour/?theme=dark&amp;height=450"`);
		// For sites whose authors may not paste it.
		await expect(page.locator('[data-address]')).toHaveText(`${siteUrl()}/embed/rumour/`);
		await page.reload();
		await expect(page.getByRole('radio', { name: 'A missile base in Paraguay?' })).toBeChecked();
		// The list stands where the choice is seen.
		const inList = await page.locator('[data-list]').evaluate((list) => {
			const [box, chosen] = [list, list.querySelector(':checked')].map((node) =>
				node?.getBoundingClientRect()
			);
			return box && chosen ? chosen.top >= box.top && chosen.bottom <= box.bottom : null;
		});
		expect(inList).toBe(true);
		await expect(snippet(page)).toHaveValue(html);
		await expect(frame(page).locator('html')).toHaveAttribute('data-theme', 'dark');
		expect(trouble).toEqual([]);
	}
);

test('a bad address gives the first choice', async ({ page }) => {
	const trouble = watchForTrouble(page);
	await openMaker(
		page,
		'?what=%3Cscript%3E&mode=fly&theme=%22&height=-1&width=abc&script&script=yes&%E0%A4%A#<b>'
	);
	await expect(page.getByRole('radio', { name: 'Whole story' })).toBeChecked();
	await expect(page.getByRole('radio', { name: 'With buttons' })).toBeChecked();
	await expect(snippet(page)).toHaveValue(/src="[^"]+\/embed\/" sandbox="allow-scripts"/);
	expect(trouble).toEqual([]);
});

test('scrolling the article in the preview drives the frame, and the credit stays under it', async ({
	page
}) => {
	await openMaker(page, '?what=s03&mode=scroll');
	await expect(page.getByRole('checkbox', { name: 'With our script' })).toBeChecked();
	await expect(page.getByRole('checkbox', { name: 'With our script' })).toBeDisabled();
	const element = article(page).locator('telegram-1856');
	await expect(frame(page).locator('[data-frame]')).toHaveAttribute('data-mode', 'scroll');
	await expect(frame(page).locator('article#rumour')).toBeVisible();
	await expect
		.poll(() => element.evaluate((node) => node.getBoundingClientRect().height / innerHeight))
		.toBeGreaterThan(4);
	await element.evaluate((node) => {
		const { top, height } = node.getBoundingClientRect();
		scrollTo({ top: scrollY + top + height * 0.6, behavior: 'instant' });
	});
	await expect(frame(page).locator('article#rumour')).toBeHidden();
	const below = await article(page)
		.locator('.telegram-1856-credit')
		.evaluate((credit) => {
			const box = credit.closest('telegram-1856')?.getBoundingClientRect();
			return (box?.bottom ?? 0) - credit.getBoundingClientRect().bottom;
		});
	expect(Math.abs(below)).toBeLessThan(30);
});

test('as a picture there is no frame, and the picture is a real one', async ({ page }) => {
	await openMaker(page, '?what=macao-goa&mode=static');
	await expect(article(page).locator('iframe')).toHaveCount(0);
	const image = article(page).locator('img');
	await expect(image).toBeVisible();
	await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(1200);
	await expect(article(page).locator('.telegram-1856-caption')).toHaveText(/Macao.*\./);
	await expect(page.getByLabel('Height in pixels')).toHaveCount(0);
});

test('the preview works where the site stands in a folder, and asks nobody else', async ({
	page
}) => {
	const site = await serve({ port: 0, base: '/exhibits/telegram' });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(`${site.url}embed-this/?what=s03&script=yes`);
	await expect(frame(page).locator('article#rumour')).toBeVisible();
	await expect(frame(page).locator('[data-alive]')).toBeAttached();
	expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([]);
	await site.close();
});

test('the copied snippet works in a page of another origin', async ({ page, context, baseURL }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openMaker(page, '?what=s03&script=yes');
	await page.getByRole('button', { name: 'Copy the snippet' }).click();
	await expect(page.getByText('The snippet is copied.')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(await snippet(page).inputValue());
	// Published addresses, but for the server of this test.
	const html = copied.replaceAll(siteUrl(), baseURL ?? '');
	const host = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><title>Article</title><p>Before</p>${html}<p>After</p>`);
	});
	await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
	const events: string[] = [];
	await page.exposeFunction('tell', (type: string) => events.push(type));
	await page.addInitScript(() =>
		document.addEventListener('telegram1856:ready', ({ type }) =>
			(window as unknown as { tell: (type: string) => void }).tell(type)
		)
	);
	await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
	await expect(page.frameLocator('iframe').locator('article#rumour')).toBeVisible();
	// Perhaps on the second of its pages.
	const fifty = page.frameLocator('iframe').locator('article#fifty');
	await expect(async () => {
		await page.frameLocator('iframe').getByRole('button', { name: 'Next' }).click();
		await expect(fifty).toBeVisible({ timeout: 500 });
	}).toPass();
	await expect.poll(() => events).toEqual(['telegram1856:ready']);
	await expect(page.locator('.telegram-1856-credit a')).toHaveAttribute('href', `${baseURL}/#s03`);
	await expect(page.locator('img')).toBeHidden();
	// On paper: what the frame shows, and the words under it.
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('iframe')).toBeVisible();
	await expect(page.locator('img')).toBeHidden();
	await expect(page.locator('.telegram-1856-caption')).toContainText('Paraguay hatched');
	host.close();
});

for (const allowed of [true, false]) {
	test(`without a clipboard the snippet is selected, and ${allowed ? 'copied in the old way' : 'that is said'}`, async ({
		page
	}) => {
		await page.addInitScript((works) => {
			Object.defineProperty(navigator, 'clipboard', { value: undefined });
			document.execCommand = () => works;
		}, allowed);
		await openMaker(page);
		await page.getByRole('button', { name: 'Copy the snippet' }).click();
		await expect(page.locator('[data-said]').first()).toHaveText(
			allowed ? 'The snippet is copied.' : /The snippet is selected/
		);
		const selected = await snippet(page).evaluate((box: HTMLTextAreaElement) =>
			box.value.slice(box.selectionStart, box.selectionEnd)
		);
		expect(selected).toBe(await snippet(page).inputValue());
		// Of another snippet it is not true any more.
		await page.getByRole('radio', { name: 'As a picture' }).check();
		await expect(page.locator('[data-said]').first()).toHaveText('');
	});
}

test('everything can be chosen and copied with the keyboard alone', async ({ page }) => {
	await openMaker(page);
	const focused = () =>
		page.evaluate(() => {
			const at = document.activeElement as HTMLInputElement | null;
			return at?.name || at?.type || at?.tagName || '';
		});
	const tabTo = async (name: string) => {
		for (let i = 0; i < 40 && (await focused()) !== name; i += 1) await page.keyboard.press('Tab');
		expect(await focused()).toBe(name);
	};
	await tabTo('kind');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await tabTo('search');
	await page.keyboard.type('midnight');
	await expect(page.locator('[data-list] input').first()).toBeVisible();
	await tabTo('what');
	await page.keyboard.press('Space');
	await expect(page.locator('[data-list] :checked')).toBeFocused();
	await tabTo('mode');
	await page.keyboard.press('ArrowUp');
	await expect(page.getByRole('radio', { name: 'As a picture' })).toBeChecked();
	await page.keyboard.press('ArrowDown');
	await tabTo('number');
	await page.keyboard.press('Control+A');
	await page.keyboard.type('500');
	await page.keyboard.press('Enter');
	await tabTo('width');
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/\?what=[\w-]+&height=500&width=720$/);
	// The way leads through the frame; a frame that is only loading would send the focus back to the start.
	await expect(frame(page).locator('[data-alive]')).toBeAttached();
	await tabTo('textarea');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-said]').first()).not.toHaveText('');
});

for (const [width, tag] of [
	[1440, '@full'],
	[320, undefined]
] as const) {
	test(
		`axe finds nothing, and nothing is cut off or scrolls sideways, ${width} px wide`,
		{ tag },
		async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			await openMaker(page, '?what=rumour&width=720');
			await expect(frame(page).locator('article#rumour')).toBeVisible();
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
				.analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over).toBe(0);
		}
	);
}

test('every passage of the story has its way to its own snippet', async ({ page }) => {
	await openStory(page, '/#rumour');
	await expectScene(page, 'rumour');
	const links = page.locator('a.embed');
	const beats = await page
		.locator('[data-beat]')
		.evaluateAll((all) => all.filter(({ id }) => id !== 'cover').map(({ id }) => id));
	expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
		'embed-this/',
		...beats.map((id) => `embed-this/?what=${id}`)
	]);
	const link = page.getByRole('link', { name: 'Embed this passage: A missile base in Paraguay?' });
	await link.focus();
	await expect(link).toHaveCSS('opacity', '1');
	const box = await link.boundingBox();
	expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
	await link.click();
	await expect(page).toHaveURL(/\/embed-this\/\?what=rumour$/);
	await expect(frame(page).locator('article#rumour')).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('ready snippets for the whole story stand there, and the addresses of all the others', async ({
		page
	}) => {
		await page.goto('/embed-this/');
		await expect(page.locator('[data-choose]')).toBeHidden();
		await expect(snippet(page)).toHaveCount(3);
		await expect(snippet(page).first()).toHaveValue(/<iframe [^>]*\/embed\/"/);
		await page.locator('summary', { hasText: 'Person' }).click();
		await expect(page.getByText(`${siteUrl()}/embed/person-guevara/`)).toBeVisible();
	});
});
