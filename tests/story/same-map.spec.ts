import { expect, test, type Page } from '@playwright/test';
import { beatIds, expectScene, openStory } from '../support/reader';

/** What a picture shows, wherever it is and however large: marks as shares of the globe's radius. */
interface Seen {
	readonly centre: readonly number[];
	readonly marks: Readonly<Record<string, readonly number[]>>;
	readonly kinds: readonly string[];
	readonly shapes: readonly string[];
}

/** Reads one map, live or still: an SVG in the page. */
const look = (page: Page, selector: string): Promise<Seen> =>
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

test('the still map of every beat shows what the browser shows: same camera, same marks, same lines', async ({
	page
}, info) => {
	test.skip(info.project.name !== 'desktop', 'one size is compared with the stills');
	test.setTimeout(180_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openStory(page);
	const beats = await beatIds(page);
	expect(beats.length).toBeGreaterThan(30);
	for (const beat of beats) {
		await page.evaluate(
			(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
			beat
		);
		await expectScene(page, beat);
		await page.evaluate(async (id) => {
			const box = document.createElement('div');
			box.id = 'still-of-beat';
			box.hidden = true;
			box.innerHTML = await (await fetch(`maps/${id}.svg`)).text();
			document.body.append(box);
		}, beat);
		const [live, still] = [await look(page, '[data-map]'), await look(page, '#still-of-beat')];
		await page.evaluate(() => document.getElementById('still-of-beat')?.remove());
		expect(live.centre, beat).toEqual(still.centre);
		expect(live.kinds, beat).toEqual(still.kinds);
		expect(live.shapes, beat).toEqual(still.shapes);
		for (const [place, at] of Object.entries(still.marks)) {
			at.forEach((share, i) =>
				expect(live.marks[place]?.[i], `${beat}: ${place}`).toBeCloseTo(share, 2)
			);
		}
	}
});
