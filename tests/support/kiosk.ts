import { expect, type Locator, type Page } from '@playwright/test';
export { firstScreen, showSame } from '../../scripts/soak.mjs';
import { watchForTrouble } from './reader';

/**
 * Opens the kiosk with a clock that the test holds, and waits until it answers and has its pictures: what comes during a
 * visit is shown after it, and a held clock goes through the loop before a file has come.
 */
export async function openKiosk(
	page: Page,
	search = '',
	settings?: object,
	path = '/kiosk/'
): Promise<void> {
	await page.clock.install({ time: new Date('2026-05-04T12:00:00') });
	if (settings) {
		await page.route('**/kiosk.json', (route) => route.fulfill({ json: settings }));
	}
	const [pictures] = await Promise.all([
		page.waitForResponse('**/pictures.json'),
		page.goto(path + search)
	]);
	await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
	await expect(page.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	if (pictures.ok()) await expect(page.locator('.evening-band .subject')).not.toHaveCount(0);
}

/**
 * Lets time pass, ms, a second at a time: each timer fires once a second and a frame is drawn. The clock's own `runFor`
 * draws all sixty.
 */
export async function pass(page: Page, ms: number): Promise<void> {
	for (let left = ms; left > 0; left -= 1000) await page.clock.fastForward(Math.min(1000, left));
}

export const kiosk = (page: Page) => page.locator('[data-kiosk]');

export async function expectPhase(page: Page, phase: 'attract' | 'choose' | 'visit') {
	await expect(kiosk(page)).toHaveAttribute('data-phase', phase);
}

/** Touches the screen somewhere in the middle: anywhere is right in the attract loop, which it ends. */
export async function touch(page: Page): Promise<void> {
	const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
	await page.mouse.click(width / 2, height / 2);
	await expect(kiosk(page)).not.toHaveAttribute('data-phase', 'attract');
}

/** Begins a visit. */
export async function visit(page: Page, tour: '2' | '5' | 'full' = 'full'): Promise<void> {
	await touch(page);
	await page.locator(`[data-tour="${tour}"]`).click();
	await expectPhase(page, 'visit');
}

/** The passage on the screen. */
export const passage = (page: Page) => page.locator('.beat:not([hidden])');

/** Goes on by Next until a passage is on the screen; in the page itself, for it may be forty passages away. */
export async function goTo(page: Page, beat: string): Promise<void> {
	await page.evaluate(async (wanted) => {
		const drawn = () =>
			new Promise((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = resolve;
				port2.postMessage(null);
			});
		const here = () => document.querySelector('.beat:not([hidden])')?.id;
		for (let i = 0; i < 50 && here() !== wanted; i += 1) {
			document.querySelector<HTMLElement>('[data-next]')?.click();
			await drawn();
		}
	}, beat);
	await expect(passage(page)).toHaveAttribute('id', beat);
}

/** What went wrong, but for the sign of life that a plain static host has no ear for. */
export function watchKiosk(page: Page): () => string[] {
	const trouble = watchForTrouble(page);
	return () =>
		trouble.filter(
			(line) =>
				!/kiosk-(beat|status)/.test(line) && !/console: Failed to load resource.*404/.test(line)
		);
}

type Spot = { readonly x: number; readonly y: number };

/** Fingers on the glass: each goes down, moves and lifts by itself, as on a real screen. CSS px. */
export async function fingers(page: Page) {
	const client = await page.context().newCDPSession(page);
	const down = new Map<number, Spot & { id: number }>();
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points = [...down.values()]) =>
		client.send('Input.dispatchTouchEvent', { type, touchPoints: points });
	const middleOf = async (where: Locator | Spot): Promise<Spot> => {
		if ('x' in where) return where;
		// A sheet that slides in would be touched where it no longer is.
		let [before, box] = [await where.boundingBox(), await where.boundingBox()];
		while (JSON.stringify(before) !== JSON.stringify(box)) {
			[before, box] = [box, await where.boundingBox()];
		}
		expect(box, `${where} is on the screen`).not.toBeNull();
		const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
		return { x: x + width / 2, y: y + height / 2 };
	};
	const hand = {
		async down(id: number, where: Locator | Spot): Promise<void> {
			down.set(id, { id, ...(await middleOf(where)) });
			await send('touchStart');
		},
		async move(id: number, dx: number, dy: number): Promise<void> {
			const { x, y } = down.get(id) ?? { x: 0, y: 0 };
			down.set(id, { id, x: x + dx, y: y + dy });
			await send('touchMove');
		},
		async up(id: number): Promise<void> {
			const point = down.get(id);
			down.delete(id);
			if (point) await send('touchEnd', [point]);
		},
		async tap(id: number, where: Locator | Spot): Promise<void> {
			await hand.down(id, where);
			await hand.up(id);
		}
	};
	return hand;
}
