/**
 * Every link of every page that stays on the site, and the way back: the words are there and so is the place.
 * `TEST_FULL` follows each of them, otherwise one of each kind.
 */
import { expect, test, type Page } from '@playwright/test';
import { cardOfAddress } from '../../src/lib/model/reference';
import { BEATS } from '../support/content';
import { beatIds, expectScene, openStory } from '../support/reader';

const PAGES = ['/', '/people/', '/map/', '/embed-this/', '/large/rumour/', '/404.html'];
const FULL = Boolean(process.env.TEST_FULL);

interface Found {
	readonly href: string;
	/** Id of the beat that the link stands in; null outside the story's words. */
	readonly beat: string | null;
}

/** The page's links within the site, each address once; what opens elsewhere is left out. */
const linksOf = (page: Page): Promise<Found[]> =>
	page.evaluate(() => {
		const seen = new Set<string>();
		return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
			const { href, origin, target } = link;
			if (origin !== location.origin || target === '_blank' || seen.has(href)) return [];
			seen.add(href);
			return [{ href, beat: link.closest('[data-beat]')?.id ?? null }];
		});
	});

/** Links of one kind lead from the same page to the same page, and there to a passage, an entry or the top. */
function kindOf({ href, beat }: Found, beats: readonly string[]): string {
	const { pathname, hash, search } = new URL(href);
	const id = hash.slice(1);
	const what =
		id === ''
			? 'top'
			: beats.includes(id)
				? 'passage'
				: cardOfAddress(href) || /\/(timeline|sources)\/$/.test(pathname)
					? 'entry'
					: id.replace(/-.*|^p\d+$/, '');
	// The six pages of reference are made and loaded in one way.
	const page = pathname.replace(
		/(people|places|panels|glossary|timeline|sources)\/$/,
		'reference/'
	);
	return [page, what, search && 'query', beat ? 'words' : 'furniture'].join(' ');
}

/** Where the reader is: the address, and in the story how many beats there are and which is read. */
const placeOf = (page: Page) =>
	page.evaluate(() => ({
		address: location.href,
		beats: document.querySelectorAll('[data-beat]').length,
		read: document.querySelector('[aria-current="step"]')?.id ?? null
	}));

for (const from of PAGES) {
	test(
		`every way out of ${from} leads back to the same words and place`,
		{
			tag: ['/map/', '/embed-this/'].includes(from) ? '@smoke' : from === '/people/' ? '@full' : []
		},
		async ({ page }) => {
			test.setTimeout(FULL ? 1_800_000 : 240_000);
			await openStory(page);
			const beats = await beatIds(page);
			await page.goto(from);
			const kinds = new Map<string, Found>();
			for (const link of await linksOf(page)) {
				kinds.set(FULL ? link.href : kindOf(link, beats), link);
			}
			expect(kinds.size).toBeGreaterThan(0);
			for (const { href, beat } of kinds.values()) {
				await page.goto('about:blank');
				await page.goto(beat && from === '/' ? `/#${beat}` : from);
				if (from === '/') await expectScene(page, beat ?? 'cover');
				const before = await placeOf(page);
				// The menu names the page itself too.
				if (href === before.address) continue;
				// By script: the link may stand in something that is closed.
				await page.evaluate((address) => {
					const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
					links.find((link) => link.href === address)?.click();
				}, href);
				if (from === '/' && beat && cardOfAddress(href)) {
					await expect(page.locator(`dialog[open]`)).toHaveCount(1);
					await page.keyboard.press('Escape');
					expect(await placeOf(page), href).toEqual(before);
					continue;
				}
				// The explorer opens where the page about the map would.
				const explored = page.locator('[data-explore-back]');
				await expect
					.poll(async () => (await explored.count()) > 0 || page.url() === href, { message: href })
					.toBe(true);
				if ((await explored.count()) > 0) {
					await explored.click();
					continue;
				}
				for (const way of ['Back', 'Forward', 'Back'] as const) {
					if (way === 'Back') await page.goBack();
					else await page.goForward();
					const expected = way === 'Back' ? before : { address: href };
					await expect
						// A page that is going away answers nothing.
						.poll(() => placeOf(page).catch(() => null), { message: `${way} from ${href}` })
						.toMatchObject(expected);
				}
			}
		}
	);
}

test('a router that draws the story itself loads it: no page without words', async ({ page }) => {
	await page.goto('/embed-this/');
	await page.locator('body').evaluate((body) => body.removeAttribute('data-sveltekit-reload'));
	await page
		.getByRole('link', { name: /^Telegram 1856$/ })
		.first()
		.click();
	await expect(page.locator('[data-beat]')).toHaveCount(BEATS);
	await expectScene(page, 'cover');
});

test(
	'after a fragment typed into the address bar Back and Forward change the passage',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openStory(page, '/#rumour');
		await expectScene(page, 'rumour');
		await page.evaluate(() => location.assign('#signed'));
		await expectScene(page, 'signed');
		await page.goBack();
		await expectScene(page, 'rumour');
		await page.goForward();
		await expectScene(page, 'signed');
		await page.reload();
		await expectScene(page, 'signed');
		await page.goBack();
		await expectScene(page, 'rumour');
	}
);

test('a link to a passage in the room: the spine, which comes after it, covers nothing of it', async ({
	page
}) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await openStory(page, '/#fifty');
	await expectScene(page, 'fifty');
	const spine = page.locator('[data-spine]');
	await expect(spine).toBeVisible();
	const right = await spine.evaluate((element) => element.getBoundingClientRect().right);
	await expect
		.poll(() =>
			page
				.locator('[data-picture="room"] .inside')
				.evaluate((element) => element.getBoundingClientRect().left)
		)
		.toBeGreaterThanOrEqual(right);
});
