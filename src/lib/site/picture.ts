import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** Made by scripts/letterings.mjs. A letter that a font lacks comes from the first that has it; places have most of them (Çiğli). */
const FONTS = [
	'country-latin',
	'place-latin',
	'place-latin-ext',
	'country-latin-ext',
	'territory-latin',
	'territory-latin-ext',
	'water-latin',
	'water-latin-ext',
	'type-latin',
	'type-latin-ext'
].map((name) => join('src/lib/styles/fonts/pictures', `${name}.ttf`));

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
export function paint(svg: string, width: number) {
	return new Resvg(plain(svg), {
		font: { fontFiles: FONTS, loadSystemFonts: false },
		fitTo: { mode: 'width', value: width }
	}).render();
}
