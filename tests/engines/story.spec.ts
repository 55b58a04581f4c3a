/** Reading the story from its first line to its last, and coming back to it by every door. */
import { BEATS, expectPlace, expectShown, openStory, scrolled } from './reader';
import { expect, SITE, test } from './test';

for (const [name, path] of [
	['the story', ''],
	['the page about the map', 'map/'],
	['the snippet page', 'embed-this/']
] as const) {
	test(`${name} loads without a line in the console`, async ({ engine }) => {
		await engine.goto(SITE + path);
		// Engines complain of a preload that nothing used some seconds after the load.
		await expect
			.poll(() => engine.evaluate(() => performance.now() > 6000), { timeout: 15_000 })
			.toBe(true);
		const lines = await engine.console();
		expect(lines.slice(0, 8), `${lines.length} lines`).toEqual([]);
	});
}

test('by the wheel every passage comes once, in order', async ({ engine }) => {
	test.slow();
	await openStory(engine);
	await engine.evaluate(() => {
		const seen = [document.querySelector('[aria-current="step"]')?.id];
		Object.assign(window, { seen });
		new MutationObserver(() => {
			const id = document.querySelector('[aria-current="step"]')?.id;
			if (id && id !== seen.at(-1)) seen.push(id);
		}).observe(document.body, { subtree: true, attributeFilter: ['aria-current'] });
	});
	for (let i = 0, ended = false; i < 1000 && !ended; i += 1) {
		await engine.wheel({ x: 300, y: 500 }, 330);
		// The next turn waits for this one: two that fall together can pass over a short passage.
		ended = await engine.evaluate(async () => {
			const frame = () => new Promise(requestAnimationFrame);
			for (let before = NaN; scrollY !== before; await frame()) {
				before = scrollY;
				await frame();
			}
			return scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
		});
	}
	await expectPlace(engine, 'ways-on');
	const { seen, all } = await engine.evaluate(() => ({
		seen: Reflect.get(window, 'seen') as string[],
		all: [...document.querySelectorAll('[data-beat]')].map(({ id }) => id)
	}));
	expect(all).toHaveLength(BEATS);
	expect(seen).toEqual(all);
});

test('the menu and the arrow keys go from passage to passage', async ({ engine }) => {
	await openStory(engine);
	await engine.click('[data-menu]');
	await engine.click('dialog[open] a[href="#two-u2s"]');
	await expectPlace(engine, 'two-u2s');
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

test('after a fragment in the address bar, Back goes back to the passage', async ({ engine }) => {
	await openStory(engine, 'rumour');
	await engine.goto(`${SITE}#the-order`);
	await expectPlace(engine, 'the-order');
	await engine.back();
	await expectPlace(engine, 'rumour');
	await engine.forward();
	await expectPlace(engine, 'the-order');
});

test('a reload stays at the passage', async ({ engine }) => {
	await openStory(engine, 'taiwan-1958');
	await engine.evaluate(() => {
		history.replaceState(history.state, '', location.pathname);
		document.getElementById('the-order')?.scrollIntoView({ behavior: 'instant' });
	});
	await expectPlace(engine, 'the-order');
	const before = await scrolled(engine);
	await engine.reload();
	await expectPlace(engine, 'the-order');
	expect(Math.abs((await scrolled(engine)) - before)).toBeLessThan(200);
});

for (const [name, beat, link, arrives] of [
	['the snippet of a passage', 'rumour', '#rumour a.embed', '/embed-this/'],
	[
		'the page about the map',
		'ways-on',
		'#ways-on .ways a[href="map/"]:not([data-explore-link])',
		'/map/'
	],
	['the snippet of the whole', 'ways-on', '#ways-on .ways a[href="embed-this/"]', '/embed-this/']
] as const) {
	test(`out to ${name}, Back, Forward and Back: the whole story, at the same place`, async ({
		engine
	}) => {
		const path = () => engine.evaluate(() => location.pathname);
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

for (const [name, path, link] of [
	['the page about the map', 'map/', 'a[href="../#cover"]'],
	['the snippet page', 'embed-this/', 'a.back']
] as const) {
	test(`the link back from ${name} leads to the whole story`, async ({ engine }) => {
		await engine.goto(SITE + path);
		await expectShown(engine, 'h1');
		await engine.click(link);
		await expectPlace(engine, 'cover');
	});
}
