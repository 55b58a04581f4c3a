import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** All rules of the style sheets in a folder, without comments. */
const rulesIn = (folder: string, without: RegExp) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name).replaceAll('\\', '/'))
		.filter((path) => path.endsWith('.css') && !without.test(path))
		.map((path) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
		.join('\n');

const drawings = rulesIn('src/lib/pictures', /tokens\.css$/);
const sheets = rulesIn('src', /lib\/pictures\/|styles\/(old|print)\.css$/);
const drawn = new Set([...drawings.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));

it('no class of a drawing is one that says what kind of page this is', () => {
	const kinds = [...sheets.matchAll(/(?:html|:root|body):has\(\.([\w-]+)/g)].map(
		([, name]) => name
	);
	expect(kinds).toContain('kiosk');
	expect(kinds.filter((name) => drawn.has(name))).toEqual([]);
});

/** What an element of SVG takes over from a rule that was written for another. */
const TAKEN_OVER =
	/(^|[;\s])(display|visibility|opacity|fill|stroke|font|letter-spacing|text-|transform)/;

it('no class of a drawing is drawn by a rule that was written for something else', () => {
	const alone = [...sheets.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
		.filter(([, , rules = '']) => TAKEN_OVER.test(rules))
		.flatMap(([, selectors = '']) => selectors.replace(/\([^()]*\)/g, '').split(','))
		.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []);
	expect(alone).toContain('telegram');
	expect(alone.filter((name) => drawn.has(name))).toEqual([]);
});
