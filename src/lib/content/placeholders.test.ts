import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from './files';
import { PLACEHOLDERS, placeholderSlips } from './placeholders';

const code = readdirSync('src', { recursive: true, withFileTypes: true })
	.filter(({ name }) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$/.test(name))
	.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
	.join('\n');
/** `fill(words.key ?? '', { name: … })`, and `say('key', { name: … })` of the health page. */
const calls = [
	...code.matchAll(
		/\bfill\(\s*(?:words|ui|words\['ui\.yaml'\])\.(\w+) \?\? '',\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g
	),
	...code.matchAll(/\bsay\('(\w+)', \{((?:[^{}]|\{[^{}]*\})*)\}/g)
];

describe('what the page fills in', () => {
	it('is what the table of it says', () => {
		expect(calls.length).toBeGreaterThan(40);
		for (const [, key = '', values = ''] of calls) {
			// Names of the outermost level: `n: total`, or `n` alone.
			const flat = values.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
			const names = flat.split(',').flatMap((part) => /^\s*(\w+)/.exec(part)?.[1] ?? []);
			expect([key, ...names.sort()]).toEqual([key, ...(PLACEHOLDERS[key] ?? '').split(' ').sort()]);
		}
	});

	it('has a sentence for every key that the code names', () => {
		const words = readContent().get('en/ui.yaml') ?? '';
		const known = new Set([...words.matchAll(/^(\w+):/gm)].map(([, key]) => key));
		const named = [...code.matchAll(/\b(?:words|ui)\.(\w+)(?= \?\? |\})/g)].map(([, key]) => key);
		expect(named.length).toBeGreaterThan(100);
		expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([]);
	});
});

describe('a sentence that is filled in', () => {
	const slips = (key: string, sentence: string) =>
		placeholderSlips(key, sentence).map(({ words }) => words);

	it('holds exactly what the page fills in, in any order and as often as it likes', () => {
		expect(slips('sectionOf', '{total}: {n}, {n}')).toEqual([]);
		expect(slips('sectionOf', '{N} of {total}')).toEqual(['{N}']);
		expect(slips('sectionOf', '{n} of all')).toEqual(['']);
		expect(slips('sectionOf', '{n} of {total}}')).toEqual(['}']);
		expect(slips('constructor', '{n}')).toEqual(['{n}']);
	});

	it('may show JSON as an example', () => {
		expect(slips('kioskFileShape', '{found}, such as {"tour":"ask"}')).toEqual([]);
	});
});
