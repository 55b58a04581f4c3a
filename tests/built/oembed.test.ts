import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { siteUrl } from '../../src/lib/site/site-url.mjs';
import { filesBelow } from './pages';

const BUILD = 'build';
const site = `${siteUrl()}/`;
const frames = filesBelow(join(BUILD, 'embed')).filter((path) => path.endsWith('index.html'));
/** What WordPress reads of a page, bytes. */
const READ = 150_000;

/** The built file that an absolute address of ours names. */
const fileOf = (address: string) => {
	expect(address.startsWith(site), address).toBe(true);
	const path = join(BUILD, new URL(address).pathname.slice(new URL(site).pathname.length));
	return path.endsWith('/') || !/\.\w+$/.test(path) ? join(path, 'index.html') : path;
};
const discovered = (page: string) =>
	/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="[^"]+"/.exec(
		readFileSync(page).subarray(0, READ).toString()
	)?.[1] ?? '';
const answerOf = (page: string) => JSON.parse(readFileSync(fileOf(discovered(page)), 'utf8'));

describe('oEmbed', () => {
	it('is discovered in the first 150 kB of the story, of the page for publishers and of every frame', () => {
		for (const page of ['index.html', 'embed-this/index.html']) {
			expect(discovered(join(BUILD, page)), page).toBe(`${site}embed/oembed.json`);
		}
		expect(frames.length).toBeGreaterThan(100);
		for (const page of frames) {
			expect(discovered(page), page).toBe(`${site}${relative(BUILD, dirname(page))}/oembed.json`);
		}
	});

	it('answers for each of them with a frame of exactly that page, its picture and its size', () => {
		for (const page of frames) {
			const answer = answerOf(page);
			expect(answer, page).toMatchObject({
				version: '1.0',
				type: 'rich',
				title: expect.stringMatching(/^Telegram 1856: ./),
				provider_name: 'Telegram 1856',
				provider_url: site,
				width: expect.any(Number),
				height: 600,
				thumbnail_width: 1200,
				thumbnail_height: 630
			});
			const [, frame = ''] = /<iframe[^>]* src="([^"]+)"/.exec(answer.html) ?? [];
			expect(fileOf(frame), page).toBe(page);
			expect(existsSync(fileOf(answer.thumbnail_url)), answer.thumbnail_url).toBe(true);
			expect(answer.html).not.toContain('<script');
		}
	});
});

describe('the pictures for places that show no frames', () => {
	const pictures = filesBelow(join(BUILD, 'embed/pictures'));

	it('are there for every beat and every still map, of one size, and below 200 kB', () => {
		const stills = filesBelow(join(BUILD, 'embed/stills'));
		const beats = new Set(stills.map((path) => path.split('/').at(-1)?.split('.')[0]));
		// Where a passage opens with another picture, its map has one too.
		const maps = stills.filter((path) => path.includes('.map-wide.'));
		expect(maps.length).toBeGreaterThan(10);
		expect(pictures.length).toBe(beats.size + maps.length);
		for (const path of pictures) {
			const bytes = readFileSync(path);
			expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], path).toEqual([1200, 630]);
			expect(bytes.length, path).toBeLessThan(200_000);
			// Colour type 3: a palette, which keeps the picture small.
			expect(bytes[25], path).toBe(3);
		}
	});

	it('keep the red of small marks, which few of their pixels have', async () => {
		const pixels = await sharp(join(BUILD, 'embed/pictures/rumour.png')).raw().toBuffer();
		const [r, g, b] = [0xc4, 0x30, 0x1c];
		let red = 0;
		for (let i = 0; i < pixels.length; i += 3) {
			const [x = 0, y = 0, z = 0] = pixels.subarray(i, i + 3);
			if (Math.hypot(x - r, y - g, z - b) < 12) red += 1;
		}
		expect(red).toBeGreaterThan(100);
	});
});
