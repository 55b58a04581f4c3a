import { expect, it } from 'vitest';
import { paint } from './picture';

/** How many pixels a text inks, and how far it reaches, px. */
function inked(text: string, font: string): { pixels: number; reach: number } {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><text x="10" y="40" font-size="30" ${font}>${text}</text></svg>`;
	const { pixels, width } = paint(svg, 300);
	const at = [...pixels.keys()].filter((i) => i % 4 === 3 && (pixels[i] ?? 0) > 0);
	return { pixels: at.length, reach: Math.max(0, ...at.map((i) => ((i - 3) / 4) % width)) };
}

const HEAD = "font-family='Sofia Sans Extra Condensed'";
it.each([
	["font-family='Libre Franklin' font-weight='600'"],
	[`${HEAD} font-weight='800'`],
	[`${HEAD} font-weight='700'`],
	["font-family='Source Serif 4' font-style='italic'"],
	["font-family='Courier Prime'"]
])('paints with our own fonts, also letters beyond Latin-1: %s', (font) => {
	const plain = inked('Cigli', font);
	expect(plain.pixels).toBeGreaterThan(100);
	expect(inked('Çiğli', font).pixels).toBeGreaterThan(plain.pixels);
});

it('paints countries bolder than territories', () => {
	const reach = (weight: number) => inked('Mongolia', `${HEAD} font-weight='${weight}'`).reach;
	expect(reach(800)).toBeGreaterThan(reach(700));
});
