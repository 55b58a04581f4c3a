/** More than one touch on the glass: two visitors, a sleeve, a touch point that is stuck. */
import { expect, test } from '@playwright/test';
import {
	expectPhase,
	fingers,
	goTo,
	kiosk,
	openKiosk,
	passage,
	visit,
	watchKiosk
} from '../support/kiosk';

test.use({ viewport: { width: 1080, height: 1920 } });

/** On the map, where nothing is pressed; where the choice has a button. */
const MAP = { x: 300, y: 300 };
const LOW = { x: 540, y: 1780 };

test('a hand that rests on the glass stops nobody: loop, choice, visit, sheet and question are another finger’s', async ({
	page
}) => {
	const trouble = watchKiosk(page);
	await openKiosk(page);
	const hand = await fingers(page);
	const sheet = page.locator('dialog.sheet');
	await test.step('the hand is left behind by an earlier visit', async () => {
		await hand.down(1, LOW);
		await expectPhase(page, 'choose');
		await page.clock.fastForward(151_000);
		await expectPhase(page, 'attract');
	});
	await test.step('the loop', async () => {
		await hand.tap(2, MAP);
		await expectPhase(page, 'choose');
	});
	await test.step('the choice', async () => {
		await hand.tap(2, page.locator('[data-tour="full"]'));
		await expectPhase(page, 'visit');
	});
	await test.step('a visit', async () => {
		await hand.tap(2, page.locator('[data-next]'));
		await expect(passage(page)).toHaveAttribute('id', 'october');
		await hand.tap(2, page.locator('[data-back]'));
		await expect(passage(page)).toHaveAttribute('id', 'cover');
		await hand.tap(2, page.locator('[data-contrast]'));
		await expect(kiosk(page)).toHaveAttribute('data-strong', 'true');
		await hand.tap(2, page.locator('[data-play]'));
		await expect(page.locator('[data-play]')).toContainText('Pause');
		await hand.tap(2, page.locator('[data-play]'));
		await expect(page.locator('[data-play]')).toContainText('Play');
		await goTo(page, 'rumour');
	});
	await test.step('a sheet', async () => {
		await hand.tap(2, page.locator('[data-open^="names-"]'));
		await hand.tap(2, sheet.locator('[data-card="place-paraguay"]'));
		await expect(sheet.locator('h3')).toContainText('Paraguay');
		await hand.tap(2, sheet.locator('[data-close]'));
		await expect(sheet).toHaveCount(0);
		await hand.tap(2, passage(page).locator('[data-card="person-guevara"]'));
		await expect(sheet).toContainText('Ernesto “Che” Guevara');
		await hand.tap(2, sheet.locator('[data-close]'));
		await expect(sheet).toHaveCount(0);
	});
	await test.step('the question', async () => {
		await page.clock.fastForward(121_000);
		await hand.tap(2, page.locator('[data-go-on]'));
		await expect(page.locator('[data-ask]')).toHaveCount(0);
		await expect(passage(page)).toHaveAttribute('id', 'rumour');
	});
	await test.step('the hand lifts, over a button, and has pressed nothing', async () => {
		await hand.up(1);
		await hand.tap(2, page.locator('[data-larger]'));
		await expect(kiosk(page)).toHaveAttribute('data-text', '1');
		await expect(passage(page)).toHaveAttribute('id', 'rumour');
	});
	expect(trouble()).toEqual([]);
});

test('a touch point that is stuck and trembles is nobody: the question comes, and everything is forgotten', async ({
	page
}) => {
	await openKiosk(page);
	const hand = await fingers(page);
	await visit(page);
	const ask = page.locator('[data-ask]');
	await hand.down(1, page.locator('[data-next]'));
	const tremble = async (seconds: number) => {
		for (let i = 0; i < seconds; i += 10) {
			await hand.move(1, i % 20 === 0 ? 2 : -2, 1);
			await hand.move(1, 0, -1);
			await page.clock.fastForward(10_000);
		}
	};
	await tremble(110);
	await expect(ask).toHaveCount(0);
	await tremble(20);
	await expect(ask).toBeVisible();
	await tremble(30);
	await expectPhase(page, 'attract');
	// A visitor beside it is one: who draws a finger over the glass is not asked, who presses has answered.
	await hand.tap(2, MAP);
	await hand.tap(2, page.locator('[data-tour="full"]'));
	await expectPhase(page, 'visit');
	await tremble(100);
	await hand.down(2, MAP);
	for (let i = 0; i < 5; i += 1) await hand.move(2, 20, 0);
	await hand.up(2);
	await tremble(110);
	await expect(ask).toHaveCount(0);
	await tremble(20);
	await expect(ask).toBeVisible();
	await hand.tap(2, MAP);
	await expect(ask).toHaveCount(0);
	await expectPhase(page, 'visit');
});

test('two visitors press at once, and one presses while the other scrolls', async ({ page }) => {
	await openKiosk(page);
	const hand = await fingers(page);
	await visit(page);
	await goTo(page, 'rumour');
	await hand.down(1, page.locator('[data-larger]'));
	await hand.down(2, page.locator('[data-contrast]'));
	await hand.up(1);
	await hand.up(2);
	await expect(kiosk(page)).toHaveAttribute('data-text', '1');
	await expect(kiosk(page)).toHaveAttribute('data-strong', 'true');

	const pane = page.locator('[data-pane]');
	const scrolled = () => pane.evaluate((node) => node.scrollTop);
	await hand.down(1, pane);
	for (let i = 0; i < 8; i += 1) await hand.move(1, 0, -10);
	await expect.poll(scrolled).toBeGreaterThan(30);
	await hand.tap(2, page.locator('[data-contrast]'));
	await expect(kiosk(page)).toHaveAttribute('data-strong', 'false');
	await page.clock.fastForward(121_000);
	await expect(page.locator('[data-ask]')).toBeVisible();
	await hand.tap(2, MAP);
	await expect(page.locator('[data-ask]')).toHaveCount(0);
	await hand.up(1);

	// A finger that comes to one that rests scrolls as well, and opens no name that lies under it.
	await hand.down(1, MAP);
	const before = await scrolled();
	await hand.down(2, pane);
	for (let i = 0; i < 8; i += 1) await hand.move(2, 0, 10);
	await hand.up(2);
	expect(await scrolled()).toBeLessThan(before - 30);
	await expect(page.locator('dialog')).toHaveCount(0);
});

test('no page starts afresh under a hand: the next one would hear of no touch until all have lifted', async ({
	page
}) => {
	await openKiosk(page);
	const hand = await fingers(page);
	await page.evaluate(() => Object.assign(window, { sameLoad: true }));
	await hand.down(1, MAP);
	await expectPhase(page, 'choose');
	await page.clock.fastForward(151_000);
	await expectPhase(page, 'attract');
	await page.clock.fastForward(7 * 3_600_000);
	await page.clock.runFor(2000);
	expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
	const again = page.waitForEvent('load');
	await hand.up(1);
	await page.clock.runFor(6000);
	await again;
	await expectPhase(page, 'attract');
});

test('the way back from the health page, too, is any finger’s', async ({ page }) => {
	await page.goto('/kiosk/health/');
	const hand = await fingers(page);
	await hand.down(1, page.locator('[data-touch]'));
	const back = page.locator('.health [data-back]');
	await back.scrollIntoViewIfNeeded();
	await hand.tap(2, back);
	await expect(page).toHaveURL(/\/kiosk\/$/);
});
