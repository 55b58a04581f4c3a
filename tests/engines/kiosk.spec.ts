/** A visit in the kiosk. Nobody touches the screen here: WebKitGTK has no touch, the mouse stands in for it. */
import { brokenIn } from './charts';
import { expectShown } from './reader';
import { expect, SITE, test } from './test';

test('a visitor begins, reads on, looks at the chart and leaves; the loop comes back', async ({
	engine
}) => {
	await engine.resize(1080, 1920);
	await engine.goto(`${SITE}kiosk/`);
	await expectShown(engine, '[data-kiosk][data-phase="attract"][data-ready="true"]');
	await engine.clickAt({ x: 540, y: 960 });
	await engine.click('[data-tour="full"]');
	await expectShown(engine, '[data-kiosk][data-phase="visit"]');
	const passage = () =>
		engine.evaluate(() => document.querySelector('.beat:not([hidden])')?.id ?? '');
	/** Goes on by Next, and sees no passage twice. */
	const readTo = async (beat: string) => {
		const seen = new Set<string>();
		for (let now = await passage(); now !== beat; now = await passage()) {
			seen.add(now);
			await engine.click('[data-next]');
			await expect.poll(async () => seen.has(await passage())).toBe(false);
		}
	};
	await readTo('rumour');
	await expect
		.poll(() =>
			engine.evaluate(() => {
				const map = document.querySelector('[data-map]');
				return `${map?.getAttribute('data-beat-shown')} ${map?.getAttribute('data-settled')}`;
			})
		)
		.toBe('rumour true');
	const underlines = await engine.evaluate(() => [
		...new Set(
			[...document.querySelectorAll('.beat:not([hidden]) .name[data-card]')].map(
				(name) => getComputedStyle(name).textDecorationLine
			)
		)
	]);
	expect.soft(underlines).toEqual(['underline']);
	await engine.click('[data-open^="panel-"]');
	await expectShown(engine, 'dialog[open] [data-close]');
	await engine.click('dialog[open] [data-close]');
	await expectShown(engine, 'dialog[open]', false);
	await readTo('two-u2s');
	await engine.click('[data-open^="chart-"]');
	await expectShown(engine, 'dialog[open] .chart');
	expect.soft(await brokenIn(engine, 'dialog[open] .chart')).toEqual([]);
	await engine.click('dialog[open] [data-close]');
	await expectShown(engine, 'dialog[open]', false);
	await engine.click('[data-restart]');
	await expectShown(engine, '[data-kiosk][data-phase="choose"]');
	// Minutes later: the page's own clock is put forward.
	await engine.evaluate(() => {
		const now = performance.now.bind(performance);
		const { now: date } = Date;
		performance.now = () => now() + 600_000;
		Date.now = () => date() + 600_000;
	});
	await expectShown(engine, '[data-kiosk][data-phase="attract"]');
});
