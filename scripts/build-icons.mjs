/**
 * The site's icons for browsers and home screens from `static/favicon.svg`. Run by hand after a change of it; the files
 * are committed, so that a build needs no rasterizer for them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';

const STATIC = fileURLToPath(new URL('../static/', import.meta.url));
const svg = readFileSync(join(STATIC, 'favicon.svg'), 'utf8');

/**
 * Systems cut a maskable icon to a shape of theirs: what matters is within a circle of 80 % of its width.
 * The picture is drawn smaller, on a square of its ground.
 */
const maskable = svg
	.replace(/viewBox="0 0 32 32"/, 'viewBox="-4 -4 40 40"')
	.replace(/<rect width="32" height="32"/, '<rect x="-4" y="-4" width="40" height="40"');

/** @param {string} picture @param {number} size px @returns {Promise<Buffer>} a PNG with few colours */
const png = (picture, size) =>
	sharp(new Resvg(picture, { fitTo: { mode: 'width', value: size } }).render().asPng())
		.png({ palette: true, colours: 32, compressionLevel: 9 })
		.toBuffer();

/**
 * An ICO file with one PNG in it. @param {Buffer} image @param {number} size px, below 256 @returns {Buffer}
 */
function ico(image, size) {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2); // an icon
	head.writeUInt16LE(1, 4); // one picture
	head.writeUInt8(size, 6);
	head.writeUInt8(size, 7);
	head.writeUInt16LE(1, 10); // colour planes
	head.writeUInt16LE(32, 12); // bits a pixel
	head.writeUInt32LE(image.length, 14);
	head.writeUInt32LE(head.length, 18);
	return Buffer.concat([head, image]);
}

mkdirSync(join(STATIC, 'icons'), { recursive: true });
const files = {
	'favicon.ico': ico(await png(svg, 32), 32),
	'apple-touch-icon.png': await png(svg, 180),
	'icons/icon-192.png': await png(svg, 192),
	'icons/icon-512.png': await png(svg, 512),
	'icons/icon-maskable-512.png': await png(maskable, 512)
};
for (const [name, bytes] of Object.entries(files)) {
	writeFileSync(join(STATIC, name), bytes);
	console.log(`static/${name}: ${bytes.length} bytes`);
}
