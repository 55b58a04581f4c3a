/**
 * What WordPress makes of a snippet and of an address: its paragraph filter in the classic editor, its filter of
 * HTML for authors, its editor of what will be seen, its oEmbed. Only `npm run test:full` installs one.
 */
import { expect, test, type Page } from '@playwright/test';
import { siteUrl } from '../../src/lib/site/site-url.mjs';
import { addressOf, SITE, snippetOf } from '../support/host-page';
import { startWordPress, type WordPress } from '../support/wordpress/wordpress';

const FRAME = addressOf('rumour');

test.skip(process.env.TEST_FULL !== '1', 'a WordPress is installed by “npm run test:full” only');
// One WordPress serves them all.
test.describe.configure({ mode: 'default', timeout: 120_000 });

let wordpress: WordPress | null = null;
let why = '';
test.beforeAll(async () => {
	test.setTimeout(600_000);
	try {
		wordpress = await startWordPress(SITE, siteUrl());
	} catch (error) {
		why = `The embed was not tried in WordPress: this needs npm, and apt-get and dpkg as Debian and Ubuntu have them (perhaps “apt-get update” first). ${error}`;
		if (process.env.CI) throw new Error(why, { cause: error });
		console.log(why); // eslint-disable-line no-console -- the log says what was not tried
	}
});
test.beforeEach(() => test.skip(!wordpress, why));
test.afterAll(() => wordpress?.end());

const snippet = () => snippetOf('rumour', { script: true });
/** Its words, as its readers should have them, once. */
const words = () =>
	snippet()
		.replace(/<br>/g, ' ')
		.replace(/<[^>]+>/g, '')
		.trim();

const paragraph = (text: string) =>
	`<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->\n\n`;
const EDITORS = {
	block: (html: string) =>
		`${paragraph('Before it.')}<!-- wp:html -->\n${html}\n<!-- /wp:html -->\n\n${paragraph('After it.')}`,
	classic: (html: string) => `Before it.\n\n${html}\n\nAfter it.`
};
const ADDRESS = {
	block: `${paragraph('Before it.')}<!-- wp:embed {"url":"${FRAME}"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${FRAME}\n</div></figure>\n<!-- /wp:embed -->\n\n${paragraph('After it.')}`,
	classic: `Before it.\n\n${FRAME}\n\nAfter it.`
};

const article = (page: Page) => page.locator('.entry-content');
const pictures = (page: Page) => article(page).locator('img:visible');
const frames = (page: Page) => article(page).locator('iframe:visible');

async function expectWords(page: Page, expected: string): Promise<void> {
	const read = await article(page).evaluate((element: HTMLElement) =>
		element.innerText.replace(/\s+/g, ' ').trim()
	);
	expect(read).toBe(expected);
}

async function expectLiveFrame(page: Page): Promise<void> {
	await expect(frames(page)).toHaveCount(1);
	await expect(page.frameLocator('.entry-content iframe').locator('[data-alive]')).toBeAttached();
	await expect(pictures(page)).toHaveCount(0);
}

for (const editor of ['block', 'classic'] as const) {
	test(`${editor} editor, administrator, snippet: the frame lives, its words stand under it once`, async ({
		page
	}) => {
		const post = await wordpress?.write('administrator', editor, EDITORS[editor](snippet()));
		await page.goto(post?.address ?? '');
		await expectLiveFrame(page);
		await expectWords(page, `Before it. ${words()} After it.`);
		// The host script serves it.
		await expect(article(page).locator('telegram-1856')).toHaveCSS('display', 'block');
		await expect(article(page).locator('telegram-1856 .telegram-1856-caption')).toBeVisible();
	});

	test(`${editor} editor, author, snippet: the picture stands for the frame, and nothing raw`, async ({
		page
	}) => {
		const post = await wordpress?.write('author', editor, EDITORS[editor](snippet()));
		await page.goto(post?.address ?? '');
		await expect(frames(page)).toHaveCount(0);
		await expect(pictures(page)).toHaveCount(1);
		await expect
			.poll(() => pictures(page).evaluate((image: HTMLImageElement) => image.naturalWidth))
			.toBe(1200);
		await expectWords(page, `Before it. ${words()} After it.`);
		await expect(article(page).locator('a').last()).toHaveAttribute('href', `${SITE}/#rumour`);
	});

	for (const role of ['administrator', 'author']) {
		test(`${editor} editor, ${role}, address: oEmbed makes a frame of it`, async ({ page }) => {
			const post = await wordpress?.write(role, editor, ADDRESS[editor]);
			await page.goto(post?.address ?? '');
			await expectLiveFrame(page);
			await expectWords(page, 'Before it. After it.');
			await expect(frames(page)).toHaveAttribute('sandbox', 'allow-scripts');
		});
	}
}

test('scroll mode works in a paragraph of the classic editor', async ({ page }) => {
	const html = snippet().replace('mode="step"', 'mode="scroll" steps="3"');
	const post = await wordpress?.write('administrator', 'scroll', EDITORS.classic(html));
	await page.goto(post?.address ?? '');
	await page.locator('telegram-1856').scrollIntoViewIfNeeded();
	await expectLiveFrame(page);
	await expect(page.locator('telegram-1856 iframe')).toHaveCSS('position', 'sticky');
});

test('the classic editor’s visual tab takes our element out and leaves the rest as it was', async ({
	page
}) => {
	const post = await wordpress?.write('administrator', 'visual', EDITORS.classic(snippet()));
	await page.goto(`${wordpress?.url}?enter=administrator`);
	await page.goto(`${wordpress?.url}wp-admin/post.php?post=${post?.id}&action=edit&classic`);
	await page.locator('#content-tmce').click();
	await expect(page.frameLocator('#content_ifr').locator('body')).toContainText('Before it.');
	await page.locator('#content-html').click();
	await expect(page.locator('#content')).toHaveValue(/Before it\.\n\n<iframe /);
	const saved = await page.locator('#content').inputValue();
	const again = await wordpress?.write('administrator', 'visual, saved', saved);
	await page.goto(again?.address ?? '');
	await expectLiveFrame(page);
	await expectWords(page, `Before it. ${words()} After it.`);
});

test('the feed has picture, sentences and link, and no style', async () => {
	await wordpress?.write('administrator', 'feed', EDITORS.classic(snippet()));
	const feed = await (await fetch(`${wordpress?.url}?feed=rss2`)).text();
	const [, item = ''] =
		/<item>\s*<title>feed<[^]*?<content:encoded>([^]*?)<\/content/.exec(feed) ?? [];
	const [, sentences = ''] = /caption">(.*?)<br>/.exec(snippet()) ?? [];
	expect(sentences.length).toBeGreaterThan(20);
	for (const part of [sentences, `${SITE}/embed/pictures/rumour.png`, `href="${SITE}/#rumour"`]) {
		expect(item).toContain(part);
	}
	expect(item).not.toContain('<style');
});
