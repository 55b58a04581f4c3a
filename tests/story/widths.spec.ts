/**
 * Text and controls at every width: inside the window, cut nowhere, and readable, with everything open that can be opened.
 * Some widths and passages in every run, all of them in `test:full`.
 */
import { chromium, expect, test, type Page } from '@playwright/test';
import { chromiumArgs, findHeadlessBrowser } from '../../scripts/find-browser.mjs';
import { openStory } from '../support/reader';

interface Size {
	readonly width: number;
	readonly height: number;
}
const sizes = (list: string): Size[] =>
	list.split(' ').map((size) => {
		const [width = 0, height = 0] = size.split('x').map(Number);
		return { width, height };
	});

const SOME = sizes('320x568 390x844 820x1180 900x700 1024x600 1366x768 844x390');
const ALL = sizes(
	'280x653 320x568 360x640 390x844 768x1024 820x1180 900x700 960x600 1024x768 1024x700 1100x720 1280x720 1366x768 1440x900 ' +
		'1536x864 1920x1080 2560x1440 3840x2160 568x320 667x375 844x390 932x430'
);
/** Windows that are looked at with large letters, too. */
const LARGE_LETTERS = sizes('390x844 1366x768');
const SOME_BEATS = ['cover', 'rumour', 'fifty', 'answer', 'the-order', 'two-u2s', 'ways-on'];
const MORE_BEATS = ['october', 'how-to-read', 'telephone', 'midnight'];
/** Of what is read, CSS px. */
const LEAST = 13;

/** Windows too low for the stage: a phone on its side. */
const isLow = ({ height }: Size) => height < 480;

/** What a reader could not see or read in an element, in sentences. */
const faultsIn = (page: Page, selector: string, least: number): Promise<string[]> =>
	page.evaluate(
		({ selector, least }) => {
			const found = new Set<string>();
			const { documentElement: root } = document;
			if (root.scrollWidth > root.clientWidth) found.add('the page scrolls sideways');
			/** The token row and the clock have checks of their own, the map has its labels' (every-beat.spec.ts). */
			const OTHERS = '[data-stage] .foot > .bar, [data-map], svg title, script, style, noscript';
			const isSeen = (element: Element) =>
				element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
				!element.closest(OTHERS);
			for (const part of document.querySelectorAll(selector)) {
				const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
				for (let text = texts.nextNode(); text; text = texts.nextNode()) {
					const element = text.parentElement;
					const words = text.textContent?.trim().slice(0, 40);
					if (!words || !element || !isSeen(element)) continue;
					const range = document.createRange();
					range.selectNodeContents(text);
					const box = range.getBoundingClientRect();
					// What only screen readers have is a point.
					let hidden = box.width < 2 || box.height < 2;
					let cut = box.left < -1 || box.right > innerWidth + 1;
					for (
						let over: Element | null = element;
						over && part.contains(over);
						over = over.parentElement
					) {
						const style = getComputedStyle(over);
						if (style.clipPath.startsWith('inset(50%')) hidden = true;
						if (style.overflowX === 'visible') continue;
						const frame = over.getBoundingClientRect();
						// A line that found no room is not seen at all: the text left it out whole.
						hidden ||=
							frame.width < 3 || (style.overflowY === 'hidden' && box.top >= frame.bottom - 1);
						cut ||= box.left < frame.left - 1 || box.right > frame.right + 1;
						if (style.textOverflow === 'ellipsis' && over.scrollWidth > over.clientWidth)
							cut = true;
					}
					if (hidden) continue;
					if (cut) found.add(`“${words}” is cut`);
					const scale =
						element instanceof SVGGraphicsElement
							? Math.hypot(element.getScreenCTM()?.a ?? 1, element.getScreenCTM()?.b ?? 0)
							: 1;
					const px = parseFloat(getComputedStyle(element).fontSize) * scale;
					if (px < least - 0.05) found.add(`“${words}” has ${px.toFixed(1)} px`);
				}
				for (const control of part.querySelectorAll('button, select, summary, a[href], input')) {
					const box = control.getBoundingClientRect();
					// Links of a drawing have a larger area for fingers, which may be cut; their words are checked as text.
					if (!isSeen(control) || box.width < 3 || control instanceof SVGElement) continue;
					if (box.left < -1 || box.right > innerWidth + 1) {
						found.add(`${control.outerHTML.slice(0, 60)} is beside the window`);
					}
				}
			}
			return [...found];
		},
		{ selector, least }
	);

/** What of an element that lies over the page is outside the window, or under something else. */
const coveredIn = (page: Page, selector: string): Promise<string[]> =>
	page.evaluate((wanted) => {
		const element = [...document.querySelectorAll(wanted)].find((one) => one.checkVisibility());
		if (!element) return [`${wanted} is not there`];
		const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
		const wrong: string[] = [];
		if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {
			wrong.push(`${wanted} is cut by the window`);
		}
		for (const [x, y] of [
			[0.1, 0.15],
			[0.5, 0.5],
			[0.9, 0.15],
			[0.1, 0.85],
			[0.9, 0.85]
		] as const) {
			const over = document.elementFromPoint(left + width * x, top + height * y);
			if (over && !element.contains(over)) wrong.push(`${wanted} lies under ${over.className}`);
		}
		return [...new Set(wrong)];
	}, selector);

/** The bars of the open bench: how many are drawn, and which a reader does not see without scrolling. */
const barsOf = (page: Page) =>
	page.locator('[data-range-bench]').evaluate((bench) => {
		const frame = bench.parentElement?.getBoundingClientRect();
		const bars = [...bench.querySelectorAll('[data-missile]')].map((missile) => {
			const bar = missile.querySelector('svg rect')?.getBoundingClientRect();
			return { drawn: (bar?.width ?? 0) > 2, bottom: bar?.bottom ?? Infinity };
		});
		return {
			drawn: bars.filter(({ drawn }) => drawn).length,
			all: bars.length,
			below: bars.filter(({ bottom }) => bottom > (frame?.bottom ?? 0)).length
		};
	});

/** Names at the table that touch each other, and its letters that are too small. */
const faultsAtTable = (page: Page, least: number): Promise<string[]> =>
	page.evaluate((least) => {
		const seen = (selector: string) =>
			[...document.querySelectorAll(`[data-stage] [data-table] ${selector}`)].filter((element) => {
				const { width } = element.getBoundingClientRect();
				return width > 2 && element.checkVisibility({ visibilityProperty: true });
			});
		const names = seen('.name');
		return [
			...seen('.name, .disc, .side > p')
				.filter((element) => parseFloat(getComputedStyle(element).fontSize) < least - 0.05)
				.map(({ textContent }) => `“${textContent}” at the table is small`),
			...names.flatMap((name, i) => {
				const { left, right, top, bottom } = name.getBoundingClientRect();
				const next = names.slice(i + 1).find((other) => {
					const box = other.getBoundingClientRect();
					return (
						box.left < right + 0.5 && left < box.right + 0.5 && box.top < bottom && top < box.bottom
					);
				});
				return next ? [`“${name.textContent}” touches “${next.textContent}”`] : [];
			})
		];
	}, least);

/** What of the tools, the cards and the table lies under the panel. */
const underPanel = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const panel = document.querySelector('[aria-current="step"] .panel')?.getBoundingClientRect();
		if (!panel || panel.width < 2) return [];
		const parts = '.tools > *, [data-ruler], .foot > .bar, .away';
		return [...document.querySelectorAll(`[data-stage] :is(${parts})`)].flatMap((part) => {
			const { left, right, top, bottom, width } = part.getBoundingClientRect();
			const over =
				width > 2 &&
				left < panel.right - 1 &&
				panel.left < right - 1 &&
				top < panel.bottom - 1 &&
				panel.top < bottom - 1;
			return over ? [`the panel lies on ${part.className || part.tagName}`] : [];
		});
	});

/** Passages whose kicker runs under the link to the embed. */
const longKickers = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('.beat')].flatMap(({ id }) => {
			const kicker = document.querySelector(`#${id} .kicker`)?.getBoundingClientRect();
			const link = document.querySelector(`#${id} .anchor.embed`)?.getBoundingClientRect();
			return kicker && link && kicker.right > link.left + 1
				? [`the kicker of ${id} is too long`]
				: [];
		})
	);

/** Words of the evening's band that lie under the tools of the stage. */
const underTools = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const label = document.querySelector('.evening-band .label');
		if (!label || getComputedStyle(label).clipPath !== 'none') return [];
		const range = document.createRange();
		range.selectNodeContents(label);
		const lines = [...range.getClientRects()];
		return [...document.querySelectorAll('[data-stage] .foot .tools > *')].flatMap((tool) => {
			const { left, right, top, bottom } = tool.getBoundingClientRect();
			const over = lines.some(
				(line) =>
					line.left < right && line.right > left && line.top < bottom - 1 && line.bottom > top + 1
			);
			return over ? [`“${label.textContent}” lies under ${tool.className || tool.tagName}`] : [];
		});
	});

/** @param letters by how much the browser's letters are larger than usual */
async function look(
	page: Page,
	size: Size,
	beats: readonly string[],
	letters = 1
): Promise<string[]> {
	const wrong: string[] = [];
	const at = `${size.width} × ${size.height}`;
	const note = (where: string, faults: string[]) =>
		wrong.push(...faults.map((fault) => `${at}, ${where}: ${fault}`));
	await page.setViewportSize(size);
	note('all passages', await longKickers(page));
	for (const beat of beats) {
		await page.evaluate(
			(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
			beat
		);
		await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-beat', beat);
		note(beat, await faultsIn(page, `#${beat}, [data-header], [data-stage]`, LEAST));
		if (isLow(size)) {
			note(beat, await besideWords(page, beat));
			continue;
		}
		await expect(page.locator('[data-settled="false"]')).toHaveCount(0);
		note(beat, await underTools(page));
		note(beat, await underPanel(page));
		note(beat, await faultsAtTable(page, LEAST));
		const legend = page.locator('[data-stage] .foot [data-legend] summary');
		if ((await legend.count()) > 0) {
			await legend.click();
			const signs = '[data-stage] .foot [data-legend] .signs';
			await expect(page.locator(signs)).toBeVisible();
			note(`${beat}, the legend`, await faultsIn(page, '[data-stage]', LEAST));
			note(`${beat}, the legend`, await coveredIn(page, signs));
			await page.keyboard.press('Escape');
		}
		const ruler = page.locator('[data-ruler]');
		if ((await ruler.count()) > 0) {
			await ruler.click();
			await expect(page.locator('[data-range-bench]')).toBeVisible();
			note(`${beat}, the ruler`, await faultsIn(page, '[data-stage]', LEAST));
			note(`${beat}, the ruler`, await coveredIn(page, '.bench'));
			const { drawn, all, below } = await barsOf(page);
			expect(all).toBeGreaterThan(5);
			if (drawn < all) note(beat, [`${all - drawn} of ${all} missiles have no bar`]);
			if (below > 0 && size.width >= 1100 * letters)
				note(beat, [`${below} bars are below the edge`]);
			await page.keyboard.press('Escape');
			await expect(page.locator('[data-range-bench]')).toHaveCount(0);
		}
	}
	return wrong;
}

/** Where there is no stage: the still map fits into the window and begins before the narrator's words. */
const besideWords = (page: Page, beat: string): Promise<string[]> =>
	page.evaluate((id) => {
		const still = document.querySelector(`#${id} .still`)?.getBoundingClientRect();
		const words = document.querySelector(`#${id} .narration`)?.getBoundingClientRect();
		const header = document.querySelector('[data-header]')?.getBoundingClientRect();
		const tools = document.querySelector('[data-stage] .tools')?.getBoundingClientRect();
		if (!still || !words || !header) return ['a part of the passage is missing'];
		return [
			...(still.height > innerHeight - header.height ? ['the map is taller than the window'] : []),
			...(still.height < 60 ? ['there is no map'] : []),
			...(still.top > words.top ? ['the map stands after the words'] : []),
			...(tools && tools.width > 0 && still.top < tools.top && still.bottom > tools.top + 1
				? ['the way to the explorer lies on the map']
				: [])
		];
	}, beat);

test('text and controls are inside the window, whole and readable', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openStory(page);
	const wrong: string[] = [];
	for (const size of SOME) wrong.push(...(await look(page, size, SOME_BEATS)));
	expect(wrong).toEqual([]);
});

test('with letters half as large again text and controls are inside the window, whole and readable', async ({
	baseURL
}) => {
	const browser = await chromium.launch({
		executablePath: findHeadlessBrowser(),
		args: [...chromiumArgs, '--blink-settings=defaultFontSize=24']
	});
	const page = await browser.newPage({ baseURL, serviceWorkers: 'block', reducedMotion: 'reduce' });
	await openStory(page);
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
		'24px'
	);
	const wrong: string[] = [];
	for (const size of LARGE_LETTERS) wrong.push(...(await look(page, size, SOME_BEATS, 1.5)));
	await browser.close();
	expect(wrong).toEqual([]);
});

for (const size of ALL) {
	const { width, height } = size;
	test(
		`with everything open, text and controls are inside the window, whole and readable, at ${width} × ${height}`,
		{ tag: '@full' },
		async ({ page }) => {
			test.setTimeout(240_000);
			await page.setViewportSize(size);
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await openStory(page);
			const wrong = await look(page, size, [...SOME_BEATS, ...MORE_BEATS]);
			const inside = async (what: string, selector: string) => {
				await expect(page.locator(selector)).toBeVisible();
				wrong.push(
					...(await faultsIn(page, selector, LEAST)).map((fault) => `${what}: ${fault}`),
					...(await coveredIn(page, selector)).map((fault) => `${what}: ${fault}`)
				);
			};

			await page.locator('[data-menu]').click();
			await inside('the menu', 'dialog[open]');
			await page.keyboard.press('Escape');

			await page.evaluate(() => document.getElementById('rumour')?.scrollIntoView());
			await page.locator('#rumour a[href="people/#guevara"]').first().click();
			await inside('a card', 'dialog[open]');
			await page.keyboard.press('Escape');

			const opensPanel = page.locator('#rumour [popovertarget="panel-paraguay"]:visible').first();
			await opensPanel.scrollIntoViewIfNeeded();
			await opensPanel.click();
			await inside('the panel', '#panel-paraguay');
			await page.keyboard.press('Escape');

			await page.locator('[data-explore]').click();
			await inside('the explorer', '[data-explorer]');
			await page.locator('[data-explorer] [data-legend] summary').click();
			await inside('the legend of the explorer', '[data-explorer] [data-legend] .signs');
			await page.keyboard.press('Escape');
			await page.keyboard.press('Escape');
			await expect(page.locator('[data-explorer]')).toHaveCount(0);

			await page.evaluate(() => (location.hash = 'no-such-passage'));
			await inside('the notice', '[role="status"] p:has(button)');
			expect(wrong).toEqual([]);
		}
	);
}

test('what is offered or said for a while covers neither words nor names of the map', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 390, height: 664 });
	await openStory(page, '/#the-order');
	await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-beat', 'the-order');
	await openStory(page, '/#no-such-passage');
	await openStory(page);
	const offer = page.locator('[data-continue]');
	await expect(offer).toBeVisible();
	await page.evaluate(() => (location.hash = 'no-such-passage'));
	const notice = page.locator('[role="status"] p:has(button)');
	await expect(notice).toBeVisible();
	await expect(page.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	const look = () => {
		const boxes = (selector: string) =>
			[...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
		const covers = [...boxes('[data-continue]'), ...boxes('[role="status"] p:has(button)')];
		const names = boxes('[data-map] [data-label]');
		const words = boxes('.cover .head, .cover .telegram, .cover .narration');
		return {
			names: names.length,
			words: words.length,
			covered: covers.filter((over) =>
				[...names, ...words].some(
					(box) =>
						box.left < over.right - 1 &&
						over.left < box.right - 1 &&
						box.top < over.bottom - 1 &&
						over.top < box.bottom - 1
				)
			).length
		};
	};
	// What comes over the map is measured a frame later, and its names keep off it then.
	await expect.poll(() => page.evaluate(look)).toMatchObject({ words: 3, covered: 0 });
	expect((await page.evaluate(look)).names).toBeGreaterThan(0);
});
