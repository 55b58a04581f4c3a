import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Names of the properties that a style sheet sets. */
const setIn = (css: string) =>
	new Set([...css.matchAll(/(--pic-[\w-]+):/g)].map(([, name]) => name));

it('strong contrast has a colour for everything that the pictures draw', () => {
	const drawn = setIn(readFileSync('src/lib/pictures/tokens.css', 'utf8'));
	const strong = setIn(readFileSync('src/lib/kiosk/visit/contrast.css', 'utf8'));
	expect(drawn.size).toBeGreaterThan(15);
	expect([...drawn].filter((name) => !strong.has(name))).toEqual([]);
});
