/** Whether passages in a row show the same picture: what differs is seen from across a room, not looked for. */
import type { Page } from '@playwright/test';

/** Pictures are compared this coarse: a mark, a label or a kilometre more is no difference. */
const GRID = { width: 24, height: 16 };
/** A cell counts as another where a colour differs by this much, of 255. */
const OTHER = 28;
/** So many of the cells are others, at least. */
const LEAST_SHARE = 0.06;
/** Windows with the words beside the picture, CSS px. */
const BESIDE_PX = 700;
/** The pictures alone: words, cards and tools change anyway. */
const ALONE = '.story, .foot { visibility: hidden !important; }';

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

/** Compares the picture of each passage with that of the passage before it. */
export class Neighbours {
	/** Pairs that show the same, in sentences. */
	readonly alike: string[] = [];
	#before: { readonly beat: string; readonly cells: readonly number[] } | null = null;

	/** Looks at the passage that the page shows, with its pictures at rest. */
	async look(page: Page, beat: string): Promise<void> {
		const stage = await page.locator('[data-stage]').boundingBox();
		if (!stage) throw new Error('The stage has no box.');
		const column = await page.locator('[data-column]').boundingBox();
		const beside = (page.viewportSize()?.width ?? 0) >= BESIDE_PX;
		const x = beside && column ? column.x + column.width : stage.x;
		const clip = { ...stage, x, width: stage.x + stage.width - x };
		const png = await page.screenshot({ clip, animations: 'disabled', style: ALONE });
		const cells = await coarse(page, png);
		if (this.#before) {
			const share = difference(this.#before.cells, cells);
			if (share < LEAST_SHARE) {
				this.alike.push(`${this.#before.beat} and ${beat}: ${(share * 100).toFixed(1)} % differ`);
			}
		}
		this.#before = { beat, cells };
	}
}
