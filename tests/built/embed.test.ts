import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { lettersOfFrames, lettersOfTelegram } from '../../scripts/build-fonts.mjs';
import { describe, expect, it } from 'vitest';
import release from '../../src/lib/embed/host/release.json';
import { filesBelow, weight } from './pages';

const BUILD = 'build';
const pages = filesBelow(join(BUILD, 'embed')).filter((path) => path.endsWith('index.html'));

/** A script and what it imports before it runs. */
function withImports(path: string, found = new Set<string>()): Set<string> {
	if (found.has(path) || !existsSync(path)) return found;
	found.add(path);
	const code = readFileSync(path, 'utf8');
	for (const [, other] of code.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g)) {
		withImports(normalize(join(dirname(path), other ?? '')), found);
	}
	return found;
}

/** Everything a frame asks for before its reader does anything, bytes with brotli (fonts as they are). */
function firstView(page: string): number {
	const html = readFileSync(page, 'utf8');
	const near = (address: string) => normalize(join(dirname(page), address));
	const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].flatMap(([, path]) => [
		...withImports(near(path ?? ''))
	]);
	const styles = [...html.matchAll(/<link href="([^"]+\.css)"/g)].map(([, path]) =>
		near(path ?? '')
	);
	const stills = [...html.matchAll(/(?:srcset|data-still="" src)="([^"]+\.svg)"/g)].map(
		([, path]) => weight(near(path ?? ''))
	);
	const fonts = filesBelow(BUILD)
		.filter((path) => /embed-(head|prose|type)-latin\.[^/]*woff2$/.test(path))
		// On the first step of these nothing is typed.
		.filter((path) => !path.includes('embed-type') || /data-telegram/.test(firstStep(html)))
		.reduce((sum, path) => sum + readFileSync(path).length, 0);
	expect(scripts.length).toBeGreaterThan(0);
	expect(styles.length).toBeGreaterThan(1);
	return (
		[page, ...scripts, ...styles].reduce((sum, path) => sum + weight(path), 0) +
		Math.max(0, ...stills) +
		fonts
	);
}

const firstStep = (html: string) => /<article class="step[\s\S]*?<\/article>/.exec(html)?.[0] ?? '';

describe('a frame in an article', () => {
	it('exists for the story, sections, beats, paragraphs, maps and people', () => {
		const names = pages.map((path) => dirname(path).split('/').at(-1));
		for (const name of ['embed', 's03', 'rumour', 'p05', 'map-october', 'person-guevara']) {
			expect(names).toContain(name);
		}
	});

	it('has every sign of its words in its own two families', () => {
		const known = new Set(lettersOfFrames());
		const missing = new Set<string>();
		for (const page of pages) {
			const words = readFileSync(page, 'utf8')
				// Works, and what the browser does not show as text, are in other fonts or in none.
				.replace(/<(head|script|template|details)\b[\s\S]*?<\/\1>/g, '')
				.replace(/<[^>]*>/g, '')
				.replace(/&[a-z]+;|\s/g, '');
			for (const letter of words) if (!known.has(letter)) missing.add(letter);
		}
		expect([...missing]).toEqual([]);
	});

	it('has every sign of the telegram in its typewriter', () => {
		const known = new Set(lettersOfTelegram());
		const typed = [
			...readFileSync(join(BUILD, 'embed/index.html'), 'utf8').matchAll(
				/<blockquote[^>]*><a.*?<\/a>(.*?)<\/blockquote>/gs
			)
		]
			.map(([, words = '']) => words.replace(/<[^>]*>|&[a-z]+;|\s/g, ''))
			.join('');
		expect(typed.length).toBeGreaterThan(5000);
		expect([...new Set(typed)].filter((letter) => !known.has(letter))).toEqual([]);
	});

	it('weighs at most 60 kB before its reader does anything', { timeout: 60_000 }, () => {
		const heavy = pages
			.map((page) => ({ page, bytes: firstView(page) }))
			.filter(({ bytes }) => bytes > 60_000);
		expect(heavy).toEqual([]);
	});

	it('of one passage has less than 16 kB of HTML, and each still less than 16 kB on the wire', () => {
		const passages = pages.filter((page) =>
			readFileSync(page, 'utf8').includes('data-kind="beat"')
		);
		expect(passages.length).toBeGreaterThan(30);
		expect(passages.filter((page) => readFileSync(page).length >= 16_000)).toEqual([]);
		const stills = filesBelow(join(BUILD, 'embed/stills'));
		expect(stills.length).toBeGreaterThan(80);
		expect(stills.filter((still) => weight(still) >= 16_000)).toEqual([]);
	});

	it('shows what its passage opens with, and says that; the frame of its map stays a map', () => {
		const read = (path: string) => readFileSync(join(BUILD, 'embed', path), 'utf8');
		const boxOf = (what: string) => {
			const html = read(`${what}/index.html`);
			const [, stage] = /data-map-place="" data-stage="(\w+)"/.exec(html) ?? [];
			const [, still = '', alt] =
				/data-still="" src="[^"]*stills\/([^"]+)" alt="([^"]+)"/.exec(html) ?? [];
			const [, says] = /class="map-says"[^>]*>([^<]+)</.exec(html) ?? [];
			const [, title] = /<title>([^<]+)<\/title>/.exec(read(`stills/${still}`)) ?? [];
			expect({ what, alt, title }).toEqual({ what, alt: says, title: says });
			return { stage, still };
		};
		expect(boxOf('fifty')).toEqual({ stage: 'room', still: 'fifty.wide.svg' });
		expect(boxOf('without-touching')).toMatchObject({ stage: 'evening' });
		expect(boxOf('left-out')).toMatchObject({ stage: 'evidence' });
		expect(boxOf('map-fifty')).toEqual({ stage: 'map', still: 'fifty.map-wide.svg' });
		const asks = boxOf('unfinished-meeting');
		expect(asks).toMatchObject({ stage: 'evening' });
		// What happened is told by its later pages, after the guess.
		expect(read(`stills/${asks.still}`)).toContain('Fidel say?');
		// A chart has no file of its own.
		expect(boxOf('two-u2s')).toEqual({ stage: 'map', still: 'two-u2s.wide.svg' });
	});

	it('names who is reported to speak, to whom, and what they do', () => {
		const html = readFileSync(join(BUILD, 'embed/fifty/index.html'), 'utf8');
		const part = (pattern: RegExp) => {
			const [, words = ''] = pattern.exec(html) ?? [];
			return words.replace(/<[^>]*>/g, '').trim();
		};
		expect(part(/<ul class="speakers">(.*?)<\/ul>/s)).toBe('Guevara to Mikoyan');
		expect(part(/<p class="card">(.*?)<\/p>/s)).toBe(
			'Guevara industry minister Says that the United States could build around fifty such bases in Latin America'
		);
	});

	it('carries no inline script, no handler and no style attribute, so that any policy lets it be', () => {
		const bad = pages.flatMap((page) =>
			(
				readFileSync(page, 'utf8').match(/<script(?![^>]*src=)[^>]*>| on\w+="| style="[^"]*"/g) ??
				[]
			)
				.filter((match) => match !== ' style="display: contents"')
				.map((match) => `${page}: ${match}`)
		);
		expect(bad).toEqual([]);
	});
});

describe('the host script', () => {
	it('is there in every version that an article may name, with the hash that it carries', () => {
		const versions = { ...release.released, [release.version]: release.integrity };
		for (const [version, integrity] of Object.entries(versions)) {
			const code = readFileSync(join(BUILD, `embed/v${version}.js`));
			expect(`sha384-${createHash('sha384').update(code).digest('base64')}`).toBe(integrity);
		}
	});
});
