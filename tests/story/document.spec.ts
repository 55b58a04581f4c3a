import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const received = readFileSync('src/content/source/telegram-1856.txt', 'utf8');
const words = (text: string) => text.split(/\s+/).filter(Boolean);
const PARAGRAPHS = [
	'head',
	'addressee',
	...Array.from({ length: 16 }, (_, i) => `p${String(i + 1).padStart(2, '0')}`),
	'signature',
	'source'
];

test(
	'the story page carries every word of the document once, in order, unchanged',
	{ tag: '@smoke' },
	async ({ page }) => {
		await page.goto('/');
		const passages = await page
			.locator('[data-telegram]')
			.evaluateAll((nodes) => nodes.map((node) => node.textContent ?? ''));
		expect(words(passages.join(' '))).toEqual(words(received));
	}
);

test('paragraphs stand in order and every passage lies in the beat that it belongs to', async ({
	page
}) => {
	await page.goto('/');
	const passages = await page.locator('[data-telegram]').evaluateAll((nodes) =>
		nodes.map((node) => ({
			paragraph: node.getAttribute('data-telegram') ?? '',
			beat: node.closest('[data-beat]')?.id ?? ''
		}))
	);
	const seen = [...new Set(passages.map(({ paragraph }) => paragraph))];
	expect(seen).toEqual(PARAGRAPHS);
	const source = readFileSync('src/content/telegram.md', 'utf8').replace(/<!--[\s\S]*?-->/, '');
	const cuts = [...source.matchAll(/^(##|###) (\S+)$/gm)];
	let paragraph = '';
	const expected: { paragraph: string; beat: string }[] = [];
	for (const [, level, id] of cuts) {
		if (level === '##') paragraph = id ?? '';
		else expected.push({ paragraph, beat: id ?? '' });
	}
	expect(passages).toEqual(expected);
});

test('the words are in the page once: not in its data a second time', async ({ request }) => {
	const html = await (await request.get('/')).text();
	const phrase = 'blasted the contents of their latest articles';
	expect(html.split(phrase)).toHaveLength(2);
});
