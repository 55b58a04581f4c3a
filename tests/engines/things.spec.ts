/** What opens beside the words: cards, panels, the legend, the explorer, the ruler. */
import { expectPlace, expectShown, focused, isShown, openStory, scrolled } from './reader';
import { expect, test } from './test';
import type { Engine } from './engine';

const camera = async (engine: Engine) => {
	const text = await engine.evaluate(
		() => document.querySelector('[data-map] [data-camera]')?.getAttribute('data-camera') ?? ''
	);
	return text.split(' ').map(Number);
};

/** Whether a list of choices is drawn by us: every one that is shown. */
const ownLook = (engine: Engine) =>
	engine.evaluate(() =>
		[...document.querySelectorAll('select')]
			.filter((list) => list.getClientRects().length > 0)
			.map((list) => getComputedStyle(list).appearance)
	);

const NAME = '#rumour [data-telegram] a[href="people/#guevara"]';
const CARD = 'dialog#person-guevara';

test('cards, panels and the explorer open and close by mouse and by keys', async ({ engine }) => {
	test.slow();
	await openStory(engine, 'rumour');
	const before = await scrolled(engine);
	await test.step('names in the telegram are underlined', async () => {
		const plain = await engine.evaluate(() =>
			[...document.querySelectorAll('[data-telegram] a')]
				.filter((name) => getComputedStyle(name).textDecorationLine !== 'underline')
				.map((name) => name.textContent)
				.slice(0, 8)
		);
		expect.soft(plain).toEqual([]);
	});
	await test.step('a name opens its card and Close closes it; the mouse draws no focus ring there', async () => {
		await engine.click(NAME);
		await expectShown(engine, CARD);
		const ring = await engine.evaluate(() => {
			const at = document.activeElement;
			if (!at?.closest('dialog')) return 'The focus is not in the card.';
			const { outlineStyle, outlineWidth } = getComputedStyle(at);
			return outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? null : at.outerHTML;
		});
		expect(ring).toBeNull();
		await engine.click(`${CARD} button`);
		await expectShown(engine, CARD, false);
		expect(await scrolled(engine)).toBe(before);
		await expectPlace(engine, 'rumour');
	});
	await test.step('opened with the keyboard a card has a focus ring, and Esc gives the focus back', async () => {
		await engine.evaluate((name) => document.querySelector<HTMLElement>(name)?.focus(), NAME);
		await engine.press('Enter');
		await expectShown(engine, CARD);
		expect(await engine.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(
			true
		);
		await engine.press('Escape');
		await expectShown(engine, CARD, false);
		expect(await engine.evaluate((name) => document.activeElement?.matches(name), NAME)).toBe(true);
	});
	await test.step('a panel opens, and Esc closes it and leaves the keyboard where it was', async () => {
		const opener = await engine.evaluate(() => {
			const found = [...document.querySelectorAll<HTMLElement>('[popovertarget="panel-paraguay"]')];
			const button = found.find((candidate) => candidate.getClientRects().length > 0);
			button?.focus();
			return button?.className;
		});
		expect(opener).toBeTruthy();
		await engine.press('Enter');
		await expectShown(engine, '#panel-paraguay .text');
		await engine.press('Escape');
		await expectShown(engine, '#panel-paraguay .text', false);
		expect(await focused(engine)).not.toBe('BODY');
	});
	await test.step('a panel opens with the mouse, and its Close closes it', async () => {
		await engine.click('[popovertarget="panel-paraguay"]');
		await expectShown(engine, '#panel-paraguay .text');
		await engine.click('#panel-paraguay .shut');
		await expectShown(engine, '#panel-paraguay .text', false);
	});
	await test.step('the explorer turns the globe by keys, and its list of places has our look', async () => {
		await engine.click('[data-explore]');
		await expectShown(engine, '[data-explorer]');
		const [lon = NaN] = await camera(engine);
		await engine.press('ArrowRight');
		await expect.poll(async () => (await camera(engine))[0]).toBeGreaterThan(lon);
		expect(await ownLook(engine)).toEqual(['none']);
	});
});

test('the legend on a phone lies inside the screen, and is closed by Esc, a tap beside it and Next', async ({
	engine
}) => {
	const OPEN = '[data-stage] [data-legend][open]';
	await engine.resize(390, 664);
	await openStory(engine, 'rumour');
	for (const [way, close] of [
		['Esc', () => engine.press('Escape')],
		['a tap beside it', () => engine.clickAt({ x: 12, y: 100 })],
		['Next', () => engine.click('[data-next]')]
	] as const) {
		await test.step(way, async () => {
			await engine.click('[data-stage] [data-legend] summary');
			await expectShown(engine, `${OPEN} .signs`);
			const { top, bottom, left, right } = await engine.evaluate(
				(selector) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(),
				OPEN
			);
			expect(top).toBeGreaterThanOrEqual(0);
			expect(left).toBeGreaterThanOrEqual(0);
			expect(bottom).toBeLessThanOrEqual(664);
			expect(right).toBeLessThanOrEqual(390);
			await close();
			await expectShown(engine, OPEN, false);
		});
	}
});

test('in a narrow window the globe is turned with the mouse, and the page stands still', async ({
	engine
}) => {
	await engine.resize(390, 844);
	await openStory(engine, 'rumour');
	const [top, [lon = NaN]] = [await scrolled(engine), await camera(engine)];
	await engine.click('[data-explore]');
	await expectShown(engine, '[data-explorer]');
	await engine.drag({ x: 160, y: 240 }, { x: 300, y: 300 }, 10);
	await expect.poll(async () => (await camera(engine))[0]).toBeLessThan(lon - 3);
	expect(await isShown(engine, '[data-explorer]')).toBe(true);
	expect(await scrolled(engine)).toBe(top);
	await engine.press('Escape');
	await expectShown(engine, '[data-explorer]', false);
	await expectPlace(engine, 'rumour');
	expect(await scrolled(engine)).toBe(top);
});

test('the ruler opens, its end moves by keys and by the mouse, and Esc puts it away', async ({
	engine
}) => {
	await openStory(engine, 'answer');
	await engine.click('[data-ruler]');
	await expectShown(engine, '[data-range-bench]');
	const km = () =>
		engine.evaluate(() =>
			Number(document.querySelector('[data-ruler-end]')?.getAttribute('aria-valuenow'))
		);
	const first = await km();
	expect(first).toBeGreaterThan(0);
	const end = await engine.middleOf('[data-ruler-end]');
	await engine.drag(end, { x: end.x - 60, y: end.y });
	await expect.poll(km).toBeLessThan(first);
	const second = await km();
	await engine.press('ArrowRight');
	await expect.poll(km).not.toBe(second);
	expect.soft(await ownLook(engine)).toEqual(['none']);
	await engine.press('Escape');
	await expectShown(engine, '[data-range-bench]', false);
	await expectPlace(engine, 'answer');
});
