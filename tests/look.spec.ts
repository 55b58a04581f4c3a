import { expect, test } from '@playwright/test';
import { beatIds, expectScene, openStory, overlap } from './reader';

const full = process.env.TEST_FULL === '1';
const sizes = [
	{ width: 390, height: 844 },
	{ width: 1440, height: 900 },
	...(full
		? [
				{ width: 320, height: 568 },
				{ width: 820, height: 1180 },
				{ width: 2560, height: 1080 },
				{ width: 1080, height: 1920 },
				{ width: 3840, height: 2160 }
			]
		: [])
];

for (const size of sizes) {
	test(`no card over the map's subject and no label cut at ${size.width} × ${size.height}`, async ({
		page
	}, info) => {
		test.skip(info.project.name !== 'desktop', 'sizes are set here, one project is enough');
		test.setTimeout(180_000);
		await page.setViewportSize(size);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openStory(page);
		const wrong: string[] = [];
		for (const beat of await beatIds(page)) {
			await page.evaluate(
				(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
				beat
			);
			await expectScene(page, beat);
			// Fonts that come late change a panel's height; the map fits its view again a frame later.
			await page.evaluate(async () => {
				await document.fonts.ready;
				await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			});
			const seen = await page.evaluate(() => {
				const box = (element: Element) => {
					const { x, y, width, height } = element.getBoundingClientRect();
					return { x, y, width, height };
				};
				const all = (selector: string) =>
					[...document.querySelectorAll(selector)].map((element) => ({
						name:
							element.getAttribute('data-label') ??
							element.getAttribute('data-mark') ??
							element.className,
						...box(element)
					}));
				const beside = innerWidth >= 700;
				return {
					stage: box(document.querySelector('[data-stage]') as Element),
					labels: all('[data-map] [data-label]'),
					subjects: all('[data-map] [data-mark][data-focus="true"]'),
					covers: [
						...all('[data-stage] > .bar'),
						...(beside ? all('[aria-current="step"], [aria-current="step"] .panel') : [])
					].filter(({ width, height }) => width > 2 && height > 2)
				};
			});
			for (const item of [...seen.labels, ...seen.subjects]) {
				const inside =
					item.x >= seen.stage.x - 1 &&
					item.y >= seen.stage.y - 1 &&
					item.x + item.width <= seen.stage.x + seen.stage.width + 1 &&
					item.y + item.height <= seen.stage.y + seen.stage.height + 1;
				if (!inside) wrong.push(`${beat}: “${item.name}” is cut by the edge`);
			}
			for (const item of seen.subjects) {
				const cover = seen.covers.find((other) => overlap(item, other));
				if (cover) wrong.push(`${beat}: ${item.name} lies under ${cover.name}`);
			}
			seen.labels.forEach((label, i) => {
				const other = seen.labels.slice(i + 1).find((next) => overlap(label, next));
				if (other) wrong.push(`${beat}: “${label.name}” and “${other.name}” overlap`);
			});
		}
		expect(wrong).toEqual([]);
	});
}
