/** What a picture of the page shows, pixel by pixel: what no style says, such as text over a map. */
import type { Page } from '@playwright/test';

/** Part of a picture, in its own px. */
export interface Part {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
type Colour = readonly [r: number, g: number, b: number];

/**
 * The worst contrast (WCAG 2.2, from 1 to 21) that a colour has with any pixel of a part.
 *
 * @param page any page: the browser decodes the picture
 * @param png the ground, without the text
 * @param lettered the same with the text: then only the pixels that adjoin a letter count
 */
export function worstContrast(
	page: Page,
	png: Buffer,
	texts: readonly { readonly colour: Colour; readonly part: Part }[],
	lettered?: Buffer
): Promise<number[]> {
	return page.evaluate(
		async ({ base64, lettered, texts }) => {
			const luminance = (colour: ArrayLike<number>) => {
				const [r = 0, g = 0, b = 0] = [0, 1, 2].map((i) => {
					const c = (colour[i] ?? 0) / 255;
					return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
				});
				return 0.2126 * r + 0.7152 * g + 0.0722 * b;
			};
			const read = async (base64: string) => {
				const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
				const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
				const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
				const context = canvas.getContext('2d', { willReadFrequently: true });
				context?.drawImage(bitmap, 0, 0);
				return context;
			};
			const ground = await read(base64);
			const letters = lettered === undefined ? null : await read(lettered);
			return texts.map(({ colour, part: { x, y, width, height } }) => {
				const text = luminance(colour);
				const { data } = ground?.getImageData(x, y, width, height) ?? { data: [] };
				const written = letters?.getImageData(x, y, width, height).data;
				const differs = (i: number) =>
					[0, 1, 2].some((c) => written && written[i + c] !== data[i + c]);
				const adjoins = (i: number) =>
					!differs(i) && [i - 4, i + 4, i - 4 * width, i + 4 * width].some(differs);
				let worst = 21;
				let counted = 0;
				for (let i = 0; i < data.length; i += 4) {
					if (written && !adjoins(i)) continue;
					counted += 1;
					const under = luminance([data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]);
					const [dark, light] = text < under ? [text, under] : [under, text];
					worst = Math.min(worst, (light + 0.05) / (dark + 0.05));
				}
				// Letters that change no pixel are not to be seen.
				return counted > 0 ? worst : 1;
			});
		},
		{ base64: png.toString('base64'), lettered: lettered?.toString('base64'), texts }
	);
}

/**
 * How many pixels are at least so bright (0 to 255, the strongest of the three colours) in every one of the pictures.
 *
 * @param page any page: the browser decodes the pictures
 */
export function alwaysBright(page: Page, pngs: readonly Buffer[], least: number): Promise<number> {
	return page.evaluate(
		async ({ pictures, least }) => {
			let darkest: Uint8ClampedArray | null = null;
			for (const base64 of pictures) {
				const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
				const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
				const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
				const context = canvas.getContext('2d', { willReadFrequently: true });
				context?.drawImage(bitmap, 0, 0);
				const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {
					data: new Uint8ClampedArray()
				};
				darkest ??= new Uint8ClampedArray(data.length / 4).fill(255);
				// Two million pixels a picture: nothing is made for one of them.
				for (let i = 0, at = 0; i < darkest.length; i += 1, at += 4) {
					const bright = Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
					if (bright < (darkest[i] ?? 0)) darkest[i] = bright;
				}
			}
			return darkest?.reduce((count, value) => count + Number(value >= least), 0) ?? 0;
		},
		{ pictures: pngs.map((png) => png.toString('base64')), least }
	);
}
