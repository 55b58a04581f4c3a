import { expect, it } from 'vitest';
import { dotsPath } from './dots';

it('the browser draws a dot for each, the last of a row too', async () => {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20">
		<path d="${dotsPath(0, 9, 6)}" fill="none" stroke="#000" stroke-width="7.5" stroke-linecap="round" stroke-dasharray="0 10"/></svg>`;
	const image = new Image();
	image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
	await image.decode();
	const context = new OffscreenCanvas(60, 20).getContext('2d');
	context?.drawImage(image, 0, 0);
	const inked = (x: number, y: number) => (context?.getImageData(x, y, 1, 1).data[3] ?? 0) > 128;
	const row = (y: number) => [5, 15, 25, 35, 45, 55].map((x) => inked(x, y));
	expect(row(5)).toEqual([true, true, true, true, true, true]);
	expect(row(15)).toEqual([true, true, true, false, false, false]);
});
