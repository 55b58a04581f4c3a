/**
 * One walk through all beats, with the map measured where it stands. In other windows than the first the walk is part
 * of `test:full`; there the same rules are checked without a browser (`src/lib/stage/map-layouts.test.ts`).
 */
import { expect, test, type Page } from '@playwright/test';
import { Neighbours } from '../support/neighbours';
import { beatIds, expectScene, openStory, overlap } from '../support/reader';

const LAPTOP = { width: 1366, height: 768 };
const OTHERS = [
	{ width: 320, height: 568 },
	{ width: 390, height: 844 },
	{ width: 820, height: 1180 },
	{ width: 1080, height: 1920 },
	{ width: 1440, height: 900 },
	{ width: 2560, height: 1080 },
	{ width: 3840, height: 2160 }
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

/** What a picture shows, wherever it is and however large: marks as shares of the globe's radius. */
interface Pictured {
	readonly centre: readonly number[];
	readonly marks: Readonly<Record<string, readonly number[]>>;
	readonly kinds: readonly string[];
	readonly shapes: readonly string[];
}

/** Reads one map, live or still: an SVG in the page. */
const pictured = (page: Page, selector: string): Promise<Pictured> =>
	page.evaluate((wanted) => {
		const root = document.querySelector(`${wanted} [data-camera]`);
		const [lon = NaN, lat = NaN, radius = NaN, x = NaN, y = NaN] = (
			root?.getAttribute('data-camera') ?? ''
		)
			.split(' ')
			.map(Number);
		const all = (what: string) => [...(root?.querySelectorAll(`[${what}]`) ?? [])];
		return {
			centre: [lon, lat],
			marks: Object.fromEntries(
				all('data-mark').map((mark) => {
					const [, mx, my] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(
						mark.getAttribute('transform') ?? ''
					) ?? ['', 'NaN', 'NaN'];
					return [
						mark.getAttribute('data-mark') ?? '',
						[(Number(mx) - x) / radius, (Number(my) - y) / radius]
					];
				})
			),
			kinds: all('data-mark').map(
				(mark) =>
					`${mark.getAttribute('data-mark')} ${mark.getAttribute('data-kind')} ${mark.getAttribute('data-focus')}`
			),
			shapes: [...all('data-area'), ...all('data-line')]
				.map((shape) => shape.getAttribute('class') ?? '')
				.sort()
		};
	}, selector);

/** Compares the map in the browser with the still map of the beat: the same camera, marks and lines. */
async function expectStillIsSame(page: Page, beat: string): Promise<void> {
	await page.evaluate(async (id) => {
		const box = document.createElement('div');
		box.id = 'still-of-beat';
		box.hidden = true;
		box.innerHTML = await (await fetch(`maps/${id}.svg`)).text();
		document.body.append(box);
	}, beat);
	const [live, still] = [
		await pictured(page, '[data-map]'),
		await pictured(page, '#still-of-beat')
	];
	await page.evaluate(() => document.getElementById('still-of-beat')?.remove());
	expect.soft(live.centre, beat).toEqual(still.centre);
	expect.soft(live.kinds, beat).toEqual(still.kinds);
	expect.soft(live.shapes, beat).toEqual(still.shapes);
	for (const [place, at] of Object.entries(still.marks)) {
		at.forEach((share, i) =>
			expect.soft(live.marks[place]?.[i], `${beat}: ${place}`).toBeCloseTo(share, 2)
		);
	}
}

/** Opens the ruler where there is one, at both of its ends, and puts it away. @returns null where there is none */
async function underRuler(page: Page, beat: string) {
	const button = page.locator('[data-ruler]');
	if ((await button.count()) === 0) return null;
	await button.click();
	await expect(page.locator('[data-ruler-line]')).toBeAttached();
	const wrong: string[] = [];
	let labels = 0;
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
	await page.keyboard.press('Escape');
	return { wrong, labels };
}

for (const size of [LAPTOP, ...OTHERS]) {
	const first = size === LAPTOP;
	test(
		`in every beat nothing lies on labels, the map's subject and the ends of the ruler${first ? ', the still map is the same, and neighbours show other pictures' : ''}, at ${size.width} × ${size.height}`,
		{
			tag: first ? [] : '@full'
		},
		async ({ page }) => {
			test.setTimeout(300_000);
			await openAt(page, size);
			const wrong: string[] = [];
			const neighbours = new Neighbours();
			let [labels, rulers, underRulers] = [0, 0, 0];
			const beats = await beatIds(page);
			expect(beats.length).toBeGreaterThan(30);
			for (const beat of beats) {
				await visit(page, beat);
				if (first) {
					await expectStillIsSame(page, beat);
					await neighbours.look(page, beat);
				}
				// Another picture has the stage: its own tests look at it.
				if (await page.locator('[data-whole="true"]').count()) continue;
				const seen = await measure(page);
				labels += seen.labels.length;
				wrong.push(...faults(beat, seen, seen.subjects));
				const ruler = await underRuler(page, beat);
				if (!ruler) continue;
				rulers += 1;
				underRulers += ruler.labels;
				wrong.push(...ruler.wrong);
			}
			// Most beats have several labels; a map without any would pass everything above.
			expect.soft(labels).toBeGreaterThan(2 * beats.length);
			expect.soft(rulers).toBeGreaterThan(3);
			expect.soft(underRulers).toBeGreaterThan(2 * rulers);
			expect.soft(wrong).toEqual([]);
			expect.soft(neighbours.alike).toEqual([]);
		}
	);
}
