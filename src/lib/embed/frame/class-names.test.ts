import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The style sheets below a folder, one after the other. */
const read = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.css'))
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.join('\n');

it('the frame’s sheets name no class of the pictures that live in it', () => {
	const frame = new Set(
		[...read('src/lib/prose/frame').matchAll(/\.frame(?:\[[^\]]*\])* \.([a-z][\w-]*)/g)].map(
			([, name]) => name
		)
	);
	const pictures = new Set(
		[...read('src/lib/pictures').matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name)
	);
	expect(frame.size).toBeGreaterThan(10);
	expect(pictures.size).toBeGreaterThan(10);
	expect(pictures).not.toContain('frame');
	expect([...frame].filter((name) => pictures.has(name))).toEqual([]);
});
