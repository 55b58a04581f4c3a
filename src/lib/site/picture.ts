import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
// @ts-expect-error subset-font brings no types
import subsetFont from 'subset-font';

const SOFIA = '@fontsource-variable/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed';
const FRANKLIN = '@fontsource-variable/libre-franklin/files/libre-franklin';

/** File and weight of each voice of lettering; the rasterizer knows neither woff2 nor variable fonts. */
const FONTS = [
	{ from: `${SOFIA}-latin-wght-normal.woff2`, axes: { wght: 800 } },
	{ from: `${FRANKLIN}-latin-wght-normal.woff2`, axes: { wght: 600 } },
	// A letter that a font lacks comes from the first that has it; places have most of them (Çiğli).
	{ from: `${FRANKLIN}-latin-ext-wght-normal.woff2`, axes: { wght: 600 } },
	{ from: `${SOFIA}-latin-ext-wght-normal.woff2`, axes: { wght: 800 } },
	{
		from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
		axes: { wght: 400 }
	},
	{ from: '@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff2', axes: undefined }
];

/** Every printable character of Latin-1 and of Latin Extended-A, dashes and quotes. */
const CHARACTERS =
	Array.from({ length: 352 }, (_, i) => String.fromCharCode(32 + i)).join('') + '–—‘’“”…¶';

/** Writes the fonts as the rasterizer wants them into a folder, which goes when the process ends. */
async function writeFonts(): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'telegram-1856-fonts-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return Promise.all(
		FONTS.map(async ({ from, axes }, i) => {
			const path = join(folder, `${i}.ttf`);
			const font = readFileSync(join('node_modules', from));
			writeFileSync(
				path,
				await subsetFont(font, CHARACTERS, { targetFormat: 'truetype', variationAxes: axes })
			);
			return path;
		})
	);
}

/** Converted once for all the pictures of a build. */
let fonts: Promise<string[]> | null = null;

/**
 * The rasterizer knows no media queries, and a still picture needs none. It has our
 * fonts, so labels need not be stretched to their room; Libre Franklin keeps the name of its thinnest weight.
 */
const plain = (svg: string) =>
	svg
		.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
		.replace(/ (?:textLength|lengthAdjust)="[^"]*"/g, '')
		.replaceAll('Libre Franklin', 'Libre Franklin Thin');

/**
 * A drawing as pixels, with our own lettering.
 *
 * @param svg a file such as `renderScene` makes
 * @param width of the picture, px; the height follows
 * @returns what the rasterizer made: `asPng()`, or its pixels
 */
export async function paint(svg: string, width: number) {
	fonts ??= writeFonts();
	return new Resvg(plain(svg), {
		font: { fontFiles: await fonts, loadSystemFonts: false },
		fitTo: { mode: 'width', value: width }
	}).render();
}
