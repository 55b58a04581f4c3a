import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { beatIds, expectScene, openStory, overlap } from '../support/reader';

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

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
type Named = Box & { readonly name: string };

/** Boxes of what one map shows, CSS px of the window. */
interface Seen {
	readonly stage: Box;
	readonly labels: readonly Named[];
	/** What is drawn of marks and of the ruler's ends. */
	readonly marks: readonly Named[];
	readonly subjects: readonly Named[];
	/** What lies over the map. */
	readonly covers: readonly Named[];
}

/** Opens the story at a size, without flights. */
async function openAt(page: Page, size: { width: number; height: number }): Promise<void> {
	await page.setViewportSize(size);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openStory(page);
}

/** Scrolls to a beat and waits until its map stands still with all its lettering. */
async function visit(page: Page, beat: string): Promise<void> {
	await page.evaluate(
		(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
		beat
	);
	await rest(page, beat);
}

/** Fonts that come late change a panel's height; the map fits its view again a frame later. */
async function rest(page: Page, beat: string): Promise<void> {
	await expectScene(page, beat);
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	});
	await expectScene(page, beat);
}

const measure = (page: Page): Promise<Seen> =>
	page.evaluate(() => {
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
			marks: all(
				'[data-map] [data-mark] :not(.touch), [data-ruler-line] .start, [data-ruler-line] .knob'
			),
			subjects: all('[data-map] [data-mark][data-focus="true"] :not(.touch)'),
			covers: [
				...all(
					'[data-stage] .foot > .bar, [data-stage] .tools > *, [data-chart-sheet], .away, [data-ruler], [data-range-bench]'
				),
				...(beside ? all('.beat, [aria-current="step"] .panel') : [])
			].filter(({ width, height }) => width > 2 && height > 2)
		};
	});

/** What of these lies on something it must keep off, in sentences. */
function faults(beat: string, { stage, labels, marks, covers }: Seen, more: readonly Named[]) {
	const wrong: string[] = [];
	for (const item of [...labels, ...more]) {
		const inside =
			item.x >= stage.x - 1 &&
			item.y >= stage.y - 1 &&
			item.x + item.width <= stage.x + stage.width + 1 &&
			item.y + item.height <= stage.y + stage.height + 1;
		if (!inside) wrong.push(`${beat}: “${item.name}” is cut by the edge`);
		const cover = covers.find((other) => overlap(item, other));
		if (cover) wrong.push(`${beat}: “${item.name}” lies under ${cover.name}`);
	}
	labels.forEach((label, i) => {
		const other = labels.slice(i + 1).find((next) => overlap(label, next));
		if (other) wrong.push(`${beat}: “${label.name}” and “${other.name}” overlap`);
		const mark = marks.find((next) => overlap(label, next));
		if (mark) wrong.push(`${beat}: “${label.name}” lies on the mark of ${mark.name}`);
	});
	return wrong;
}

for (const size of sizes) {
	test(`in every beat labels keep off labels, marks, cards and the edge, and no card lies over the map's subject, at ${size.width} × ${size.height}`, async ({
		page
	}, info) => {
		test.skip(info.project.name !== 'desktop', 'sizes are set here, one project is enough');
		test.setTimeout(240_000);
		await openAt(page, size);
		const wrong: string[] = [];
		let labels = 0;
		for (const beat of await beatIds(page)) {
			await visit(page, beat);
			const seen = await measure(page);
			labels += seen.labels.length;
			wrong.push(...faults(beat, seen, seen.subjects));
		}
		// Most beats have several labels; a map without any would pass everything above.
		expect(labels).toBeGreaterThan(100);
		expect(wrong).toEqual([]);
	});

	test(`under the open ruler labels keep off its ends as well, at ${size.width} × ${size.height}`, async ({
		page
	}, info) => {
		test.skip(info.project.name !== 'desktop', 'sizes are set here, one project is enough');
		test.setTimeout(300_000);
		await openAt(page, size);
		const wrong: string[] = [];
		let [rulers, labels] = [0, 0];
		for (const beat of await beatIds(page)) {
			await visit(page, beat);
			const button = page.locator('[data-ruler]');
			if ((await button.count()) === 0) continue;
			await button.click();
			await expect(page.locator('[data-ruler-line]')).toBeAttached();
			for (const place of [null, 'nearest'] as const) {
				// The end where the passage lays it, then where it lies closest to everything.
				if (place) await page.locator('[data-ruler-end]').press('Home');
				await rest(page, beat);
				const seen = await measure(page);
				const ends = seen.marks.filter(({ name }) => /^(start|knob)/.test(name));
				expect(ends.length, beat).toBeGreaterThan(0);
				labels += seen.labels.length;
				wrong.push(...faults(beat, seen, ends));
			}
			rulers += 1;
			await page.keyboard.press('Escape');
		}
		expect(rulers).toBeGreaterThan(3);
		expect(labels).toBeGreaterThan(2 * rulers);
		expect(wrong).toEqual([]);
	});
}

/** Territories nearer to the edge of the earth than this are lines, not lands; degrees. */
const AT_THE_EDGE = 20;

test('every territory that a beat shows is named in one, at 1440 × 900', async ({ page }, info) => {
	test.skip(info.project.name !== 'desktop', 'one size');
	test.setTimeout(120_000);
	const territories = parse(readFileSync('src/content/territories.yaml', 'utf8')) as Record<
		string,
		{ at: [number, number] }
	>;
	await openAt(page, { width: 1440, height: 900 });
	const inSight = new Map<string, string[]>();
	const named = new Set<string>();
	for (const beat of await beatIds(page)) {
		await visit(page, beat);
		const { stage, labels, covers } = await measure(page);
		const column = await page.locator('[data-column]').boundingBox();
		const camera = await page.locator('[data-map] [data-camera]').getAttribute('data-camera');
		const [lon = 0, lat = 0, radius = 0, x = 0, y = 0] = (camera ?? '').split(' ').map(Number);
		for (const [id, { at }] of Object.entries(territories)) {
			const [turn, north, tilt] = [at[0] - lon, at[1], lat].map((deg) => (deg * Math.PI) / 180);
			const [t = 0, n = 0, k = 0] = [turn, north, tilt];
			const out = Math.sin(k) * Math.sin(n) + Math.cos(k) * Math.cos(n) * Math.cos(t);
			const up = Math.cos(k) * Math.sin(n) - Math.sin(k) * Math.cos(n) * Math.cos(t);
			const point = {
				x: stage.x + x + radius * Math.cos(n) * Math.sin(t) - 2,
				y: stage.y + y - radius * up - 2,
				width: 4,
				height: 4
			};
			const hidden = [...covers, ...(column ? [column] : [])].some((box) => overlap(point, box));
			if (Math.asin(out) > (AT_THE_EDGE * Math.PI) / 180 && overlap(point, stage) && !hidden) {
				inSight.set(id, [...(inSight.get(id) ?? []), beat]);
			}
		}
		for (const { name } of labels) {
			if (name.startsWith('territory-')) named.add(name.slice('territory-'.length));
		}
	}
	const unseen = Object.keys(territories).filter((id) => !inSight.has(id) && !named.has(id));
	info.annotations.push({ type: 'seen by no beat', description: unseen.join(', ') });
	const silent = [...inSight].filter(([id]) => !named.has(id));
	expect(silent.map(([id, beats]) => `${id}: ${beats.join(', ')}`)).toEqual([]);
});
