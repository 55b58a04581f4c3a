/** Reading the story from its first line to its last, and coming back to it by every door. */
import { BEATS } from '../support/content';
import { expectPlace, expectShown, openStory, scrolled } from './reader';
import { expect, SITE, test } from './test';
import type { Engine } from './engine';

/** Engines complain of a preload that nothing used some seconds after the load. */
const COMPLAINTS_MS = 6000;

/** How many passages the wheel goes through: all of them take WebKit a minute. */
const WALKED = process.env.TEST_FULL ? BEATS : 12;

/** Nothing was said in the console until then. */
async function expectQuiet(engine: Engine): Promise<void> {
	await expect
		.poll(() => engine.evaluate((ms) => performance.now() > ms, COMPLAINTS_MS), { timeout: 15_000 })
		.toBe(true);
	const lines = await engine.console();
	expect(lines.slice(0, 8), `${lines.length} lines`).toEqual([]);
}

for (const [name, path] of [
	['the page about the map', 'map/'],
	['the snippet page', 'embed-this/']
] as const) {
	test(`${name} loads without a line in the console`, { tag: '@full' }, async ({ engine }) => {
		await engine.goto(SITE + path);
		await expectQuiet(engine);
	});
}

test('by the wheel every passage comes once, in order, and without a line in the console', async ({
	engine
}) => {
	test.slow();
	await openStory(engine);
	const all = await engine.evaluate((last) => {
		const seen = [document.querySelector('[aria-current="step"]')?.id];
		Object.assign(window, { seen });
		new MutationObserver(() => {
			const id = document.querySelector('[aria-current="step"]')?.id;
			if (id && id !== seen.at(-1)) seen.push(id);
		}).observe(document.body, { subtree: true, attributeFilter: ['aria-current'] });
		const ids = [...document.querySelectorAll('[data-beat]')].map(({ id }) => id);
		return ids.slice(0, last);
	}, WALKED);
	for (let i = 0, ended = false; i < 1000 && !ended; i += 1) {
		await engine.wheel({ x: 300, y: 500 }, 330);
		// The next turn waits for this one: two that fall together can pass over a short passage.
		ended = await engine.evaluate(async (last) => {
			const frame = () => new Promise(requestAnimationFrame);
			for (let before = NaN; scrollY !== before; await frame()) {
				before = scrollY;
				await frame();
			}
			return (Reflect.get(window, 'seen') as string[]).length >= last;
		}, WALKED);
	}
	expect(all).toHaveLength(WALKED);
	expect(await engine.evaluate(() => Reflect.get(window, 'seen') as string[])).toEqual(all);
	await expectQuiet(engine);
});

test.describe('with flights', () => {
	test.use({ motion: true });

	test('the menu leads to its passage', async ({ engine }) => {
		await openStory(engine);
		await engine.click('[data-menu]');
		await engine.click('dialog[open] a[href="#two-u2s"]');
		await expectPlace(engine, 'two-u2s');
	});
});

test('the arrow keys and the buttons lead to their passages', async ({ engine }) => {
	await openStory(engine, 'two-u2s');
	await engine.press('ArrowRight');
	await expect
		.poll(() => engine.evaluate(() => document.querySelector('[aria-current="step"]')?.id))
		.not.toBe('two-u2s');
	await engine.press('ArrowLeft');
	await expectPlace(engine, 'two-u2s');
	await engine.click('[data-next]');
	await engine.click('[data-previous]');
	await expectPlace(engine, 'two-u2s');
});

test('a fragment in the address bar, Back and a reload lead to their passages', async ({
	engine
}) => {
	await openStory(engine);
	await test.step('after a fragment in the address bar, Back goes back to the passage', async () => {
		await engine.goto(`${SITE}#rumour`);
		await expectPlace(engine, 'rumour');
		await engine.goto(`${SITE}#the-order`);
		await expectPlace(engine, 'the-order');
		await engine.back();
		await expectPlace(engine, 'rumour');
		await engine.forward();
		await expectPlace(engine, 'the-order');
	});
	await test.step('a reload stays at the passage', async () => {
		await engine.evaluate(() => {
			history.replaceState(history.state, '', location.pathname);
			document.getElementById('taiwan-1958')?.scrollIntoView({ behavior: 'instant' });
		});
		await expectPlace(engine, 'taiwan-1958');
		const before = await scrolled(engine);
		await engine.reload();
		await expectPlace(engine, 'taiwan-1958');
		expect(Math.abs((await scrolled(engine)) - before)).toBeLessThan(200);
	});
});

test('ways out of the story and Back, Forward, Back: the whole story, at the same place', async ({
	engine
}) => {
	test.slow();
	const path = () => engine.evaluate(() => location.pathname);
	for (const [name, beat, link, arrives] of [
		['the snippet of a passage', 'rumour', '#rumour a.embed', '/embed-this/'],
		[
			'the page about the map',
			'ways-on',
			'#ways-on .ways a[href="map/"]:not([data-explore-link])',
			'/map/'
		],
		['a page of reference', 'ways-on', '#ways-on .ways a[href="people/"]', '/people/']
	] as const) {
		await test.step(name, async () => {
			await openStory(engine, beat);
			await engine.click(link);
			await expect.poll(path).toBe(arrives);
			await engine.back();
			await expectPlace(engine, beat);
			await engine.forward();
			await expect.poll(path).toBe(arrives);
			await expectShown(engine, 'h1');
			await engine.back();
			await expectPlace(engine, beat);
		});
	}
	for (const [name, page, link] of [
		['the page about the map', 'map/', 'main a[href="../#cover"]'],
		['the snippet page', 'embed-this/', 'a.back']
	] as const) {
		await test.step(`the link back from ${name}`, async () => {
			await engine.goto(SITE + page);
			await expectShown(engine, 'h1');
			await engine.click(link);
			await expectPlace(engine, 'cover');
		});
	}
});
