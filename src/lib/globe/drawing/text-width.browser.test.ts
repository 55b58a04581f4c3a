import { afterEach, expect, it } from 'vitest';
import '$lib/styles/base.css';
import './tokens.css';
import './map.css';
import { checkContent } from '$lib/content/check';
import { buildStory } from '$lib/content/story';
import { namedTerritories } from './territories';
import { LETTERING, textWidth, type Lettering } from './text-width';

const CONTENT: Record<string, string> = import.meta.glob('/src/content/**/*.{yaml,md,txt}', {
	query: '?raw',
	import: 'default',
	eager: true
});
const files = new Map(
	Object.entries(CONTENT)
		.map(([path, text]) => [path.replace('/src/content/', ''), text] as const)
		.filter(([path]) => !path.endsWith('README.md'))
);
const { beats, atlas } = buildStory(checkContent(files), 'en');

/** Everything that the map of any beat may write. */
const maps = beats.map(({ map }) => map);
const names = maps.flatMap((map) => map.names);
const TEXTS: Record<Lettering, Iterable<string>> = {
	place: [
		...Object.values(atlas.places).map(({ label }) => label),
		...maps.flatMap(({ marks, lines, rings }) =>
			[...marks, ...lines, ...rings].flatMap(({ label }) => label ?? [])
		)
	],
	country: names
		.filter(({ kind }) => kind === 'country' || kind === 'words')
		.map(({ text }) => text.toUpperCase()),
	water: names.filter(({ kind }) => kind === 'water').map(({ text }) => text),
	territory: maps.flatMap(namedTerritories).map(({ text }) => text)
};

const SVG = 'http://www.w3.org/2000/svg';

afterEach(() => document.body.replaceChildren());

/** Labels as the map draws them, in the page. */
function drawn(texts: readonly string[], kind: Lettering, scale: number): SVGTextElement[] {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('class', 'map-drawing');
	const labels = texts.map((text) => {
		const label = document.createElementNS(SVG, 'text');
		label.setAttribute('class', `label ${kind}`);
		label.setAttribute('font-size', String(LETTERING[kind].size * scale));
		label.textContent = text;
		return label;
	});
	svg.append(...labels);
	document.body.replaceChildren(svg);
	return labels;
}

it.each(Object.keys(LETTERING) as Lettering[])(
	'the browser draws no label wider than computed, and none much narrower: %s',
	async (kind) => {
		const texts = [...new Set(TEXTS[kind])];
		const [first] = drawn(texts, kind, 1);
		if (!first) throw new Error(`No map writes in the lettering “${kind}”.`);
		// Drawn in another font they would prove nothing.
		const faces = await document.fonts.load(getComputedStyle(first).font, texts.join(''));
		expect(faces.length).toBeGreaterThan(0);
		const wrong = [1, 2].flatMap((scale) =>
			drawn(texts, kind, scale).flatMap((label, i) => {
				const text = texts[i] ?? '';
				const [real, computed] = [label.getComputedTextLength(), textWidth(text, kind, scale)];
				return real < computed + 0.1 && computed < 1.05 * real
					? []
					: [`“${text}” is ${real} px wide, not ${computed}`];
			})
		);
		expect(wrong).toEqual([]);
	}
);
