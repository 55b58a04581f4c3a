import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { palettePng } from './palette-png';

/** Reads what `palettePng` writes: size, palette, and the index of each pixel. */
function read(png: Buffer) {
	const chunks = new Map<string, Buffer>();
	for (let at = 8; at < png.length;) {
		const length = png.readUInt32BE(at);
		chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
		at += length + 12;
	}
	const [header, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => chunks.get(name));
	if (!header || !palette || !data) throw new Error('A part of the PNG is missing.');
	const width = header.readUInt32BE(0);
	const rows = inflateSync(data);
	return {
		width,
		height: header.readUInt32BE(4),
		colours: palette.length / 3,
		colourAt: (x: number, y: number) => {
			const index = rows[y * (width + 1) + 1 + x] ?? 0;
			return [...palette.subarray(index * 3, index * 3 + 3)];
		}
	};
}

const pixels = (width: number, height: number, at: (x: number, y: number) => number[]) =>
	Uint8Array.from(
		Array.from({ length: width * height }, (_, i) => [
			...at(i % width, Math.floor(i / width)),
			255
		]).flat()
	);

describe('a picture with a palette', () => {
	it('keeps few colours exactly', () => {
		const red = [196, 48, 28];
		const sea = [201, 210, 204];
		const png = read(
			palettePng(
				pixels(5, 3, (x) => (x === 2 ? red : sea)),
				5,
				3
			)
		);
		expect([png.width, png.height, png.colours]).toEqual([5, 3, 2]);
		expect(png.colourAt(2, 1)).toEqual(red);
		expect(png.colourAt(4, 2)).toEqual(sea);
	});

	it('brings thousands of colours down to 256 that nobody tells apart from them', () => {
		const at = (x: number, y: number) => [x, 255 - y, 128 + ((x + y) >> 2)];
		const png = read(palettePng(pixels(128, 128, at), 128, 128));
		expect(png.colours).toBe(256);
		for (const [x, y] of [
			[0, 0],
			[127, 127],
			[64, 10],
			[10, 64]
		] as const) {
			const seen = png.colourAt(x, y);
			for (const [channel, value] of at(x, y).entries()) {
				expect(Math.abs(value - (seen[channel] ?? 0))).toBeLessThanOrEqual(12);
			}
		}
	});

	it('keeps a small mark of another colour', () => {
		const at = (x: number, y: number) => (x === 70 && y === 70 ? [196, 48, 28] : [x, 200, y]);
		const [r = 0, g = 0] = read(palettePng(pixels(128, 128, at), 128, 128)).colourAt(70, 70);
		expect(r).toBeGreaterThan(150);
		expect(g).toBeLessThan(100);
	});
});
