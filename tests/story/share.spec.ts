import { expect, test } from '@playwright/test';

test('the picture for shared links is there, as large as it says, with its words and its globe', async ({
	page
}) => {
	await page.goto('/');
	const address = await page.locator('meta[property="og:image"]').getAttribute('content');
	expect(address).toMatch(/^https?:\/\/.+\/share\.png$/);
	await page.goto('/404.html');
	const seen = await page.evaluate(async () => {
		const image = new Image();
		image.src = '/share.png';
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
		const brush = canvas.getContext('2d');
		if (!brush) throw new Error('This browser draws no canvas.');
		brush.drawImage(image, 0, 0);
		/** Share of a box that has about this colour. */
		const share = (box: [number, number, number, number], colour: [number, number, number]) => {
			const { data } = brush.getImageData(...box);
			let near = 0;
			for (let i = 0; i < data.length; i += 4) {
				if (colour.every((value, k) => Math.abs(value - (data[i + k] ?? 0)) < 40)) near += 1;
			}
			return near / (data.length / 4);
		};
		return {
			size: [canvas.width, canvas.height],
			// Ink of letters on paper; a rasterizer without its fonts draws none and says nothing.
			title: share([60, 160, 460, 200], [29, 26, 23]),
			date: share([60, 520, 460, 40], [29, 26, 23]),
			sea: share([640, 100, 480, 430], [201, 210, 204])
		};
	});
	expect(seen.size).toEqual([1200, 630]);
	expect(seen.title).toBeGreaterThan(0.12);
	expect(seen.date).toBeGreaterThan(0.02);
	expect(seen.sea).toBeGreaterThan(0.2);
});
