import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesBelow } from './pages';

const sheets = filesBelow('build').filter((path) => path.endsWith('.css'));

/** What stands at the top of a sheet: each statement's start, and for a block what is in it. */
function topOf(css: string): { start: string; body: string }[] {
	const parts: { start: string; body: string }[] = [];
	let [from, open, depth] = [0, 0, 0];
	for (const { 0: sign, index } of css.matchAll(/"[^"]*"|'[^']*'|[{};]/g)) {
		if (sign === '{' && depth++ === 0) open = index;
		if (sign === '}' && --depth === 0) {
			parts.push({ start: css.slice(from, open), body: css.slice(open + 1, index) });
			from = index + 1;
		}
		if (sign === ';' && depth === 0) {
			parts.push({ start: css.slice(from, index), body: '' });
			from = index + 1;
		}
	}
	return parts;
}

/** Only custom properties, also inside a media query. */
const onlyTokens = (body: string): boolean =>
	/[{]/.test(body)
		? topOf(body).every((part) => onlyTokens(part.body))
		: body.split(/;(?![^(]*\))/).every((declaration) => /^(--|$)/.test(declaration.trim()));

it('every rule is in a cascade layer, but for tokens, fonts, keyframes and old browsers', () => {
	expect(sheets.length).toBeGreaterThan(5);
	const outside = sheets.flatMap((path) =>
		topOf(readFileSync(path, 'utf8'))
			.filter(
				({ start, body }) =>
					!/^@(layer|font-face|keyframes|supports not \(font-palette)/.test(start.trim()) &&
					!onlyTokens(body)
			)
			.map(({ start }) => `${path}: ${start}`)
	);
	expect(outside).toEqual([]);
});

it('the order of the layers is said before any of them is used', () => {
	const html = readFileSync('build/index.html', 'utf8');
	const [first] = [...html.matchAll(/href="\.\/(_app\/[^"]+\.css)"/g)];
	const [statement, ...rest] = topOf(readFileSync(`build/${first?.[1]}`, 'utf8')).filter(
		({ start }) => start.startsWith('@layer')
	);
	const order = [statement, ...rest].flatMap(({ start } = { start: '', body: '' }) =>
		start.replace('@layer ', '').split(',')
	);
	expect(
		order.map((name) => name.trim()).filter((name, i, all) => all.indexOf(name) === i)
	).toEqual(
		'base page prose globe pictures stage chart parts components embed kiosk plain print utilities'.split(
			' '
		)
	);
});
