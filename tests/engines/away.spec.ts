/** The story without its server: kept from the first visit, on paper, and from a disk. */
import { pathToFileURL } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { BEATS, PANELS } from '../support/content';
import { expectPlace, expectShown } from './reader';
import { expect, SITE, test } from './test';

test('the second visit needs no network', async ({ engine }) => {
	const server = await serve({ port: 0 });
	await engine.goto(server.url);
	await expectPlace(engine, 'cover');
	await expect
		.poll(
			() =>
				engine.evaluate(
					async () => (await navigator.serviceWorker.getRegistration())?.active?.state
				),
			{ timeout: 30_000 }
		)
		.toBe('activated');
	await server.close();
	await engine.goto(`${server.url}map/`);
	await expectShown(engine, 'h1');
	await engine.goto(`${server.url}#macao-goa`);
	await expectPlace(engine, 'macao-goa');
	// A letter that is on its way is for a moment taken for one that is missing.
	await expect
		.poll(() =>
			engine.evaluate(() =>
				[...document.fonts]
					.filter(({ status }) => status === 'error')
					.map(({ family, style }) => `${family} ${style}`)
			)
		)
		.toEqual([]);
});

test('on paper every map is there', async ({ engine, engineName }) => {
	test.skip(
		engineName === 'firefox' && !process.env.TEST_FULL,
		'Firefox prints for half a minute, and crashed once in ten times: in test:full only'
	);
	test.slow();
	await engine.goto(SITE);
	await expectPlace(engine, 'cover');
	const plain = await engine.print();
	// The same once more, with every picture fetched by hand: nothing may be added by that.
	const pictures = await engine.evaluate(async () => {
		const all = [...document.querySelectorAll('img')];
		for (const picture of all) picture.loading = 'eager';
		await Promise.all(all.map((picture) => picture.decode().catch(() => {})));
		return all.filter(({ naturalWidth }) => naturalWidth > 0).length;
	});
	expect(pictures).toBeGreaterThanOrEqual(13);
	const whole = await engine.print();
	expect(plain.length / whole.length).toBeGreaterThan(0.97);
});

test('opened from a disk the story is complete: words, and a picture in every section', async ({
	engine
}) => {
	await engine.goto(pathToFileURL('build/index.html').href);
	await expect
		.poll(() =>
			engine.evaluate(() => ({
				beats: [...document.querySelectorAll<HTMLElement>('[data-beat]')].filter(
					({ offsetHeight }) => offsetHeight > 0
				).length,
				panels: [...document.querySelectorAll<HTMLElement>('.panel .text')].filter(
					({ offsetHeight }) => offsetHeight > 0
				).length,
				stage: !!document.querySelector<HTMLElement>('[data-stage]')?.offsetHeight
			}))
		)
		.toEqual({ beats: BEATS, panels: PANELS, stage: false });
	const pictures = await engine.evaluate(async () => {
		const shown = [...document.querySelectorAll('img')].filter(
			(picture) => picture.getClientRects().length > 0
		);
		for (const picture of shown) picture.loading = 'eager';
		await Promise.all(shown.map((picture) => picture.decode().catch(() => {})));
		return shown.map(({ naturalWidth }) => naturalWidth > 0);
	});
	expect(pictures.length).toBeGreaterThanOrEqual(13);
	expect(pictures).not.toContain(false);
});
