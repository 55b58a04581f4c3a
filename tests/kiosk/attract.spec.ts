/** The attract loop as a screen shows it for weeks: what can be read in it, and what never stands still. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openKiosk, touch } from '../support/kiosk';
import { fallbackPage } from '../../src/lib/offline/fallback-page';
import { alwaysBright, worstContrast } from '../support/pixels';

const SCENES = 4;
const LOOP_MS = 44_000;
const HALF_AN_HOUR_MS = 1_800_000;
/** How often we look within that half hour. */
const LOOKS = 8;
/** Of 255; white letters are 255, the paper of the code is about 190. */
const BRIGHT = 180;

/** Everything that is text in the loop, with what it is drawn in. */
const textsOf = (page: Page) =>
	page
		.locator(
			'.masthead, .masthead span, .sentence p, figcaption, .begin span, .evening-band p, .dark p, .dark span'
		)
		.evaluateAll((nodes) =>
			nodes
				.filter((node) => node.checkVisibility())
				.map((node) => {
					const { color, fill } = getComputedStyle(node);
					const [r = 0, g = 0, b = 0] = (
						(node instanceof SVGElement ? fill : color).match(/[\d.]+/g) ?? []
					).map(Number);
					const words = document.createRange();
					words.selectNodeContents(node);
					const { x, y, width, height } = words.getBoundingClientRect();
					return {
						name: node.textContent?.trim() ?? '',
						colour: [r, g, b] as const,
						part: {
							x: Math.floor(x),
							y: Math.floor(y),
							width: Math.ceil(width),
							height: Math.ceil(height)
						}
					};
				})
		);

async function expectReadable(page: Page, least: number): Promise<void> {
	const texts = await textsOf(page);
	expect(texts.length).toBeGreaterThanOrEqual(least);
	const ground = await page.screenshot({
		animations: 'disabled',
		style: '* { color: transparent !important }'
	});
	const contrasts = await worstContrast(page, ground, texts);
	for (const [i, { name }] of texts.entries()) {
		expect(contrasts[i], `contrast of “${name}”`).toBeGreaterThanOrEqual(7);
	}
}

/** Goes on until a scene stands, and its map. */
async function untilScene(page: Page, scene: number): Promise<void> {
	const attract = page.locator('[data-attract]');
	while ((await attract.getAttribute('data-scene')) !== String(scene)) {
		await page.clock.fastForward(1000);
	}
	await expect(page.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	await expect(page.locator('[data-picture][data-settled="false"]')).toHaveCount(0);
}

for (const [width, height] of [
	[1080, 1920],
	[1920, 1080]
] as const) {
	test.describe(`${width} × ${height}`, () => {
		test.use({ viewport: { width, height }, reducedMotion: 'reduce' });

		test('in every scene each word has 7:1 with whatever lies under it', async ({ page }) => {
			await openKiosk(page);
			for (let scene = 0; scene < SCENES; scene += 1) {
				await untilScene(page, scene);
				await expectReadable(page, 7);
			}
		});

		test('in the dark hours too', async ({ page }) => {
			await openKiosk(page, '', { hours: { from: '18:00', to: '20:00' } });
			await expect(page.locator('[data-dark]')).toBeVisible();
			await page.addStyleTag({ content: '.attract, .bar { display: none }' });
			await expectReadable(page, 2);
		});

		test(
			'no pixel is bright for half an hour',
			{ tag: height > width ? [] : '@full' },
			async ({ page }) => {
				await openKiosk(page);
				const pictures: Buffer[] = [];
				for (let look = 0; look < LOOKS; look += 1) {
					for (const scene of look % 2 === 0 ? [0, 1] : [2, 3]) {
						await untilScene(page, scene);
						pictures.push(await page.screenshot({ animations: 'disabled' }));
					}
					await page.clock.fastForward(HALF_AN_HOUR_MS / LOOKS - LOOP_MS);
				}
				expect(await alwaysBright(page, pictures.slice(0, 1), BRIGHT)).toBeGreaterThan(10_000);
				expect(await alwaysBright(page, pictures, BRIGHT)).toBe(0);
			}
		);

		test('nothing is written on the dimmed maps and the room, and everything is as soon as somebody is here', async ({
			page
		}) => {
			await openKiosk(page);
			const stage = page.locator('[data-map], [data-picture]');
			const lettering = stage.locator('text').filter({ visible: true });
			const shown = new Set<string | null>();
			for (let scene = 0; scene < SCENES; scene += 1) {
				await untilScene(page, scene);
				await expect(stage.locator('text')).not.toHaveCount(0);
				await expect(lettering).toHaveCount(0);
				shown.add(await page.locator('.map-box').getAttribute('data-stage'));
			}
			expect([...shown].sort()).toEqual(['map', 'room']);
			await touch(page);
			await expect(lettering).not.toHaveCount(0);
		});
	});
}

test.describe('the pages that stand in for a kiosk that is damaged', () => {
	test.use({ viewport: { width: 1080, height: 1920 } });

	/** A picture at each of several times within half an hour. */
	async function watch(page: Page, at: (ms: number) => Promise<unknown>): Promise<void> {
		const pictures: Buffer[] = [];
		for (let look = 0; look < 2 * LOOKS; look += 1) {
			await at((look * HALF_AN_HOUR_MS) / (2 * LOOKS));
			pictures.push(await page.screenshot());
		}
		expect(await alwaysBright(page, pictures.slice(0, 1), BRIGHT)).toBeGreaterThan(1000);
		expect(await alwaysBright(page, pictures, BRIGHT)).toBe(0);
	}

	test('on a web host: no pixel is bright for half an hour', async ({ page }) => {
		const said = {
			lang: 'en',
			title: 'Telegram 1856',
			reader: '',
			kiosk: 'This screen is resting. Please tell someone who works here.',
			retry: 'Try again'
		};
		await page.clock.install({ time: 0 });
		await page.route('**/kiosk/', (route) =>
			route.fulfill({ contentType: 'text/html', body: fallbackPage([said], '/kiosk/') })
		);
		await watch(page, async (ms) => {
			await page.clock.setFixedTime(ms);
			await page.goto('/kiosk/');
		});
	});

	test('in the packed folder: no pixel is bright for half an hour', async ({ page }) => {
		const template = readFileSync('kiosk-runtime/shipped/resting.html', 'utf8');
		await page.goto('/large/cover/');
		await page.setContent(
			template
				.replace('{picture}', '/maps/cover.svg')
				.replace(
					'{sentences}',
					'<p>This screen is resting. Please tell someone who works here.</p>'
				)
		);
		await watch(page, (ms) =>
			page.evaluate((ms) => {
				for (const animation of document.getAnimations()) {
					animation.pause();
					animation.currentTime = ms;
				}
			}, ms)
		);
	});
});
