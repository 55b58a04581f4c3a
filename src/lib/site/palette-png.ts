import { crc32, deflateSync } from 'node:zlib';

/** Bits of each channel that colours are told apart by. */
const BITS = 6;
const SHIFT = 8 - BITS;
const MOST_COLOURS = 256;

/** Colours that are alike, as one: a cell of the colour cube. */
interface Cell {
	readonly key: number;
	readonly rgb: readonly [number, number, number];
	/** How many pixels have it. */
	readonly count: number;
}

const keyOf = (r: number, g: number, b: number) =>
	((r >> SHIFT) << (2 * BITS)) | ((g >> SHIFT) << BITS) | (b >> SHIFT);

/** The cells that a picture has, each with the mean of its pixels. */
function cellsOf(pixels: Uint8Array): Cell[] {
	const sums = new Float64Array(4 << (3 * BITS));
	for (let i = 0; i < pixels.length; i += 4) {
		const [r = 0, g = 0, b = 0] = [pixels[i], pixels[i + 1], pixels[i + 2]];
		const at = keyOf(r, g, b) * 4;
		sums[at] = (sums[at] ?? 0) + r;
		sums[at + 1] = (sums[at + 1] ?? 0) + g;
		sums[at + 2] = (sums[at + 2] ?? 0) + b;
		sums[at + 3] = (sums[at + 3] ?? 0) + 1;
	}
	const cells: Cell[] = [];
	for (let key = 0; key < 1 << (3 * BITS); key += 1) {
		const [r = 0, g = 0, b = 0, count = 0] = sums.subarray(key * 4, key * 4 + 4);
		if (count > 0) cells.push({ key, rgb: [r / count, g / count, b / count], count });
	}
	return cells;
}

/** The channel in which cells differ most, and by how much. */
function spread(cells: readonly Cell[]): { channel: 0 | 1 | 2; range: number } {
	const ranges = ([0, 1, 2] as const).map((channel) => {
		let [least, most] = [255, 0];
		for (const { rgb } of cells) {
			least = Math.min(least, rgb[channel]);
			most = Math.max(most, rgb[channel]);
		}
		return { channel, range: most - least };
	});
	return ranges.reduce((a, b) => (b.range > a.range ? b : a));
}

/** Median cut: boxes of cells, each of which becomes one colour. */
function boxesOf(cells: readonly Cell[]): Cell[][] {
	const box = (inside: Cell[]) => {
		const { channel, range } = spread(inside);
		const pixels = inside.reduce((sum, { count }) => sum + count, 0);
		// Few pixels of a far colour (a red mark) matter as much as many of a near one (the sea's light).
		return { inside, channel, worth: inside.length > 1 ? range * Math.sqrt(pixels) : 0, pixels };
	};
	const boxes = [box([...cells])];
	while (boxes.length < MOST_COLOURS) {
		boxes.sort((a, b) => b.worth - a.worth);
		const [widest] = boxes;
		if (!widest || widest.worth === 0) break;
		const { inside, channel, pixels } = widest;
		inside.sort((a, b) => a.rgb[channel] - b.rgb[channel]);
		let seen = 0;
		const half = inside.findIndex(({ count }) => (seen += count) >= pixels / 2);
		const cut = Math.min(inside.length - 1, Math.max(1, half));
		boxes.splice(0, 1, box(inside.slice(0, cut)), box(inside.slice(cut)));
	}
	return boxes.map(({ inside }) => inside);
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const out = Buffer.alloc(body.length + 8);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc32(body), body.length + 4);
	return out;
}

/**
 * A picture as a PNG of at most 256 colours: a third of the bytes of the same with all of them.
 *
 * @param pixels opaque, four bytes each: red, green, blue, and one that is not looked at
 * @param width px
 * @param height px
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer {
	const boxes = boxesOf(cellsOf(pixels));
	const indexOf = new Uint8Array(1 << (3 * BITS));
	const palette = Buffer.alloc(boxes.length * 3);
	for (const [index, cells] of boxes.entries()) {
		const pixelCount = cells.reduce((sum, { count }) => sum + count, 0);
		for (const channel of [0, 1, 2] as const) {
			const sum = cells.reduce((all, { rgb, count }) => all + rgb[channel] * count, 0);
			palette[index * 3 + channel] = Math.round(sum / pixelCount);
		}
		for (const { key } of cells) indexOf[key] = index;
	}
	// Each row begins with its filter: none, as neighbours in a palette have nothing to do with each other.
	const rows = Buffer.alloc(height * (width + 1));
	for (let y = 0; y < height; y += 1) {
		for (let x = 0; x < width; x += 1) {
			const at = (y * width + x) * 4;
			const key = keyOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
			rows[y * (width + 1) + 1 + x] = indexOf[key] ?? 0;
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits a pixel, colours from the palette.
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}
