/** No two passages in a row show the same picture: what differs is seen from across a room, not looked for. */
import { expect, test, type Page } from '@playwright/test';
import { beatIds, expectScene, openStory } from '../support/reader';

/** Pictures are compared this coarse: a mark, a label or a kilometre more is no difference. */
const GRID = { width: 24, height: 16 };
/** A cell counts as another where a colour differs by this much, of 255. */
const OTHER = 28;
/** So many of the cells are others, at least. */
const LEAST_SHARE = 0.06;

/** The colours of a picture's cells, three numbers each. */
const coarse = (page: Page, png: Buffer): Promise<number[]> =>
	page.evaluate(
		async ({ base64, width, height }) => {
			const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), {
				resizeWidth: width,
				resizeHeight: height,
				resizeQuality: 'high'
			});
			const context = new OffscreenCanvas(width, height).getContext('2d');
			context?.drawImage(bitmap, 0, 0);
			const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
			return [...data].filter((_, i) => i % 4 < 3);
		},
		{ base64: png.toString('base64'), ...GRID }
	);

/** The share of cells in which two pictures differ. */
function difference(a: readonly number[], b: readonly number[]): number {
	const cells = GRID.width * GRID.height;
	const others = Array.from({ length: cells }, (_, cell) =>
		[0, 1, 2].some((c) => Math.abs((a[cell * 3 + c] ?? 0) - (b[cell * 3 + c] ?? 0)) >= OTHER)
	).filter(Boolean).length;
	return others / cells;
}

for (const size of [
	{ width: 390, height: 844 },
	{ width: 1366, height: 768 }
]) {
	test(`neighbouring passages show other pictures at ${size.width} × ${size.height}`, async ({
		page
	}) => {
		await page.setViewportSize(size);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openStory(page);
		// The pictures alone: words, cards and tools change anyway.
		await page.addStyleTag({
			content: '.story, .foot { visibility: hidden !important; }'
		});
		const alike: string[] = [];
		let before: { beat: string; cells: number[] } | null = null;
		for (const beat of await beatIds(page)) {
			await page.evaluate(
				(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
				beat
			);
			await expectScene(page, beat);
			const box = await page.locator('[data-stage]').boundingBox();
			const column = await page.locator('[data-column]').boundingBox();
			if (!box) throw new Error('The stage has no box.');
			// Beside the words: the column covers its part of the stage.
			const x = size.width < 700 ? box.x : (column?.x ?? 0) + (column?.width ?? 0);
			const clip = { ...box, x, width: box.x + box.width - x };
			const cells = await coarse(page, await page.screenshot({ clip, animations: 'disabled' }));
			if (before) {
				const share = difference(before.cells, cells);
				if (share < LEAST_SHARE)
					alike.push(`${before.beat} and ${beat}: ${(share * 100).toFixed(1)} % differ`);
			}
			before = { beat, cells };
		}
		expect(alike).toEqual([]);
	});
}
