import { expect, test } from '@playwright/test';
import { beatIds, expectScene, openStory, overlap } from './reader';

const full = process.env.TEST_FULL === '1';
const sizes = [
	{ width: 390, height: 844 },
	{ width: 1440, height: 900 },
	{ width: 1080, height: 1920 },
	...(full
		? [
				{ width: 320, height: 568 },
				{ width: 820, height: 1180 },
				{ width: 2560, height: 1080 },
				{ width: 3840, height: 2160 }
			]
		: [])
];

for (const size of sizes) {
	test(`in every beat labels keep off labels, marks, cards and the edge, and no card lies over the map's subject, at ${size.width} × ${size.height}`, async ({
		page
	}, info) => {
		test.skip(info.project.name !== 'desktop', 'sizes are set here, one project is enough');
		test.setTimeout(240_000);
		await page.setViewportSize(size);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openStory(page);
		const wrong: string[] = [];
		let labels = 0;
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
							element.closest('[data-mark]')?.getAttribute('data-mark') ??
							element.getAttribute('class') ??
							element.tagName,
						...box(element)
					}));
				const beside = innerWidth >= 700;
				return {
					stage: box(document.querySelector('[data-stage]') as Element),
					labels: all('[data-map] [data-label]'),
					// What is drawn of a mark, without the larger area that a finger may touch.
					marks: all('[data-map] [data-mark] :not(.touch)'),
					subjects: all('[data-map] [data-mark][data-focus="true"] :not(.touch)'),
					covers: [
						...all('[data-stage] .foot > .bar, [data-stage] .tools > *, [data-chart-sheet], .away'),
						...(beside ? all('.beat, [aria-current="step"] .panel') : [])
					].filter(({ width, height }) => width > 2 && height > 2)
				};
			});
			labels += seen.labels.length;
			for (const item of [...seen.labels, ...seen.subjects]) {
				const inside =
					item.x >= seen.stage.x - 1 &&
					item.y >= seen.stage.y - 1 &&
					item.x + item.width <= seen.stage.x + seen.stage.width + 1 &&
					item.y + item.height <= seen.stage.y + seen.stage.height + 1;
				if (!inside) wrong.push(`${beat}: “${item.name}” is cut by the edge`);
				const cover = seen.covers.find((other) => overlap(item, other));
				if (cover) wrong.push(`${beat}: “${item.name}” lies under ${cover.name}`);
			}
			seen.labels.forEach((label, i) => {
				const other = seen.labels.slice(i + 1).find((next) => overlap(label, next));
				if (other) wrong.push(`${beat}: “${label.name}” and “${other.name}” overlap`);
				const mark = seen.marks.find((next) => overlap(label, next));
				if (mark) wrong.push(`${beat}: “${label.name}” lies on the mark of ${mark.name}`);
			});
		}
		// Most beats have several labels; a map without any would pass everything above.
		expect(labels).toBeGreaterThan(100);
		expect(wrong).toEqual([]);
	});
}
