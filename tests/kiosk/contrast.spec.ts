/** 7:1 for every text of the kiosk, large ones too (axe asks only 4.5:1 of those). The loop: `attract.spec.ts`. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { BEATS } from '../support/content';
import { bringMeasure, type Measured } from '../support/contrast';
import { openKiosk, passage, touch } from '../support/kiosk';
import { worstContrast } from '../support/pixels';

test.use({ viewport: { width: 1080, height: 1920 }, reducedMotion: 'reduce' });

/** Share of a line's box, above and below, that holds no letter of its own and may hold its neighbour's. */
const LEADING = 0.1;

/** Passages with each kind of picture, the room by day and by night. */
const DRAWN = ['how-to-read', 'telephone', 'without-touching', 'two-u2s', 'films'];

/** Those below 7:1, each kind once. */
const faint = (texts: readonly Measured[]) => [
	...new Set(
		texts
			.filter(({ contrast }) => contrast < 7)
			.map(({ text, where, contrast }) => `${contrast.toFixed(2)} ${where} “${text}”`)
	)
];

const measure = (part: Locator) => part.evaluate((root) => window.measureTexts(root));

/** Letters that are drawn over shapes, by what adjoins them. */
async function measureDrawn(page: Page, picture: Locator): Promise<Measured[]> {
	const box = await picture.boundingBox();
	if (!box) return [];
	const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
	const clip = { x, y, width: Math.floor(box.width), height: Math.ceil(box.height) };
	const texts = await picture.locator('text:visible').evaluateAll(
		(nodes, { clip, leading }) =>
			nodes.map((node) => {
				const [r = 0, g = 0, b = 0] = (getComputedStyle(node).fill.match(/[\d.]+/g) ?? []).map(
					Number
				);
				const at = node.getBoundingClientRect();
				const [from, to] = [at.top + leading * at.height, at.bottom - leading * at.height];
				const left = Math.max(0, Math.floor(at.left - clip.x));
				const top = Math.max(0, Math.floor(from - clip.y));
				return {
					text: node.textContent?.trim() ?? '',
					where: node.getAttribute('class') ?? '',
					colour: [r, g, b] as const,
					part: {
						x: left,
						y: top,
						width: Math.min(clip.width, Math.ceil(at.right - clip.x)) - left,
						height: Math.min(clip.height, Math.ceil(to - clip.y)) - top
					}
				};
			}),
		{ clip, leading: LEADING }
	);
	// A pencil's line under the words is no ground.
	const plain = '.pencil { visibility: hidden }';
	const lettered = await page.screenshot({ animations: 'disabled', clip, style: plain });
	const ground = await page.screenshot({
		animations: 'disabled',
		clip,
		style: `${plain} svg text { fill: transparent !important }`
	});
	const contrasts = await worstContrast(page, ground, texts, lettered);
	return texts.map(({ text, where }, i) => ({ text, where, contrast: contrasts[i] ?? 1 }));
}

/** Opens everything that the passage on the screen leads to and that is not yet known, and measures it. */
const measureSheets = (page: Page, known: readonly string[]) =>
	page.evaluate(async (known) => {
		// In the page itself, for there are a hundred and more.
		const done = () =>
			new Promise((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = resolve;
				port2.postMessage(null);
			});
		const opened: string[] = [];
		const texts: Measured[] = [];
		const open = async (way: Element) => {
			way.dispatchEvent(new MouseEvent('click', { bubbles: true }));
			await done();
			const dialog = document.querySelector<HTMLElement>('dialog[open]');
			if (!dialog) return;
			opened.push(dialog.dataset.sheet ?? '');
			// What a guess is told is measured with it.
			dialog.querySelector<HTMLElement>('[data-guess]')?.click();
			await done();
			texts.push(...window.measureTexts(dialog));
			const closed = new Promise((resolve) => dialog.addEventListener('close', resolve));
			dialog.querySelector<HTMLElement>('[data-close]')?.click();
			await closed;
		};
		const openAll = async () => {
			const ways = document.querySelectorAll<HTMLElement>('.visit :is([data-open], [data-card])');
			for (const way of ways) {
				const id = way.dataset.open ?? way.dataset.card ?? '';
				if (way.checkVisibility() && ![...known, ...opened].includes(id)) await open(way);
			}
		};
		await openAll();
		// Some ways come with the answer to a guess.
		await openAll();
		return { opened, texts };
	}, known);

for (const strong of [false, true]) {
	test(
		`every passage, every sheet that opens from it, the pictures and the charts${strong ? ', in strong contrast' : ''}`,
		{ tag: strong ? '@full' : [] },
		async ({ page }) => {
			test.setTimeout(300_000);
			await bringMeasure(page);
			await openKiosk(page);
			await touch(page);
			const choice = await measure(page.locator('[data-choose]'));
			expect(choice.length).toBeGreaterThanOrEqual(8);
			expect(faint(choice)).toEqual([]);
			await page.locator('[data-tour="full"]').click();
			if (strong) await page.locator('[data-contrast]').click();
			const texts: Measured[] = [];
			const opened = new Set<string>();
			let charts = 0;
			for (let n = 1; n <= BEATS; n += 1) {
				await expect(page.locator('[data-progress]')).toHaveText(`Passage ${n} of ${BEATS}`);
				await expect(page.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
				texts.push(...(await measure(page.locator('[data-kiosk]'))));
				if (DRAWN.includes((await passage(page).getAttribute('id')) ?? '')) {
					const picture = page.locator('[data-picture][data-settled="true"] .inside');
					const drawn = await measureDrawn(page, picture);
					expect(drawn.length).toBeGreaterThan(0);
					expect(faint(drawn)).toEqual([]);
				}
				const sheets = await measureSheets(page, [...opened]);
				texts.push(...sheets.texts);
				for (const id of sheets.opened) opened.add(id);
				const chart = page.locator('[data-open^="chart-"]');
				if ((await chart.count()) > 0) {
					charts += 1;
					await chart.click();
					const drawn = await measureDrawn(page, page.locator('dialog .drawn'));
					expect(drawn.length).toBeGreaterThanOrEqual(9);
					expect(faint(drawn)).toEqual([]);
					await page.locator('[data-close]').click();
					// In strong contrast once here, and everywhere with `test:full`.
					if (!strong && charts === 1) {
						await page.locator('[data-contrast]').click();
						texts.push(...(await measure(page.locator('[data-kiosk]'))));
						texts.push(...(await measureSheets(page, [])).texts);
						await page.locator('[data-contrast]').click();
					}
				}
				if (n < BEATS) await page.locator('[data-next]').click();
			}
			expect(charts).toBe(3);
			expect(faint(texts)).toEqual([]);
			// Nothing was passed over: whatever a name, a mark or a button leads to has been open.
			const kinds = new Set([...opened].map((id) => id.split('-')[0]));
			expect([...kinds].sort()).toEqual(
				[
					'chart',
					'guess',
					'home',
					'names',
					'notes',
					'panel',
					'person',
					'place',
					'signs',
					'term'
				].sort()
			);
			const own = await page
				.locator('template[id^="sheet-"]')
				.evaluateAll((all) => all.map(({ id }) => id.slice('sheet-'.length)));
			expect(own.filter((id) => /^(panel|notes|names|chart)-/.test(id) && !opened.has(id))).toEqual(
				[]
			);
			const listed = await page
				.locator('template[id^="sheet-names-"]')
				.evaluateAll((all) =>
					all.flatMap((list) =>
						[...(list as HTMLTemplateElement).content.querySelectorAll('[data-card]')].map((way) =>
							way.getAttribute('data-card')
						)
					)
				);
			expect(listed.filter((card) => card && !opened.has(card))).toEqual([]);

			await page.locator('[data-next]').click();
			await expect(page.locator('[data-choose] [data-back]')).toBeVisible();
			expect(faint(await measure(page.locator('[data-choose]')))).toEqual([]);

			await page.clock.fastForward(121_000);
			const ask = await measure(page.locator('[data-ask]'));
			expect(ask.length).toBeGreaterThanOrEqual(4);
			expect(faint(ask)).toEqual([]);
		}
	);
}

test('the health page', async ({ page }) => {
	await bringMeasure(page);
	await page.goto('/kiosk/health/');
	await expect(page.locator('[data-line="files"]')).toContainText('No local server');
	await expect(page.locator('[data-line="settings"] li').first()).toBeVisible();
	const texts = await measure(page.locator('main'));
	expect(texts.length).toBeGreaterThanOrEqual(40);
	expect(faint(texts)).toEqual([]);
});
