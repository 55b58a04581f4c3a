/**
 * Subsets the fonts to the characters that the site uses and writes them, with their `@font-face` rules and
 * metric-matched fallbacks, to `src/lib/styles/fonts/` (generated, not committed), and beside them what labels and
 * pictures of the map need (letterings.mjs). Runs by itself after `npm ci`, before `dev`, `build` and the tests; does
 * nothing when its inputs have not changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFontStack } from '@capsizecss/core';
import arial from '@capsizecss/metrics/arial';
import courierNew from '@capsizecss/metrics/courierNew';
import courierPrime from '@capsizecss/metrics/courierPrime';
import libreFranklin from '@capsizecss/metrics/libreFranklin';
import sofiaSansExtraCondensed from '@capsizecss/metrics/sofiaSansExtraCondensed';
import sourceSerif4 from '@capsizecss/metrics/sourceSerif4';
import timesNewRoman from '@capsizecss/metrics/timesNewRoman';
// @ts-expect-error subset-font brings no types
import subsetFont from 'subset-font';
import { writeLetterings } from './letterings.mjs';

const OUT = 'src/lib/styles/fonts';
const SOURCES = ['src', 'scripts/build-fonts.mjs', 'scripts/letterings.mjs', 'package-lock.json'];

/** Fonts of the same metrics that other systems have under another name. */
const TWINS = {
	Arial: ['Arial', 'Arimo', 'Liberation Sans', 'Helvetica'],
	'Times New Roman': ['Times New Roman', 'Tinos', 'Liberation Serif', 'Times'],
	'Courier New': ['Courier New', 'Cousine', 'Liberation Mono', 'Courier']
};

/**
 * Metrics are those of the regular weight; a heavier one is wider, and so must be its fallback.
 *
 * @template {{ xWidthAvg: number }} M
 * @param {M} metrics
 * @param {number} factor how much wider the weight in use sets a line (measured in a browser)
 * @param {string} familyName
 */
function heavier(metrics, factor, familyName) {
	const xWidthAvg = metrics.xWidthAvg * factor;
	return { ...metrics, familyName, xWidthAvg, subsets: { latin: { xWidthAvg } } };
}

/**
 * One face a voice: headings, prose, water names, interface, telegram. `axes` limits the variable weight.
 */
const FACES = [
	{
		file: 'head',
		from: '@fontsource-variable/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-SUBSET-wght-normal.woff2',
		weight: '700 800',
		axes: { wght: { min: 700, max: 800 } },
		metrics: heavier(sofiaSansExtraCondensed, 1.13, 'Sofia Sans Extra Condensed'),
		fallback: arial,
		property: '--font-head',
		generic: 'sans-serif'
	},
	{
		file: 'prose',
		from: '@fontsource-variable/source-serif-4/files/source-serif-4-SUBSET-wght-normal.woff2',
		weight: '400 600',
		axes: { wght: { min: 400, max: 600 } },
		metrics: { ...sourceSerif4, familyName: 'Source Serif 4' },
		fallback: timesNewRoman,
		property: '--font-prose',
		generic: 'serif'
	},
	{
		file: 'ui',
		from: '@fontsource-variable/libre-franklin/files/libre-franklin-SUBSET-wght-normal.woff2',
		weight: '400 700',
		axes: { wght: { min: 400, max: 700 } },
		metrics: { ...libreFranklin, familyName: 'Libre Franklin' },
		fallback: arial,
		property: '--font-ui',
		generic: 'sans-serif'
	},
	{
		file: 'type',
		from: '@fontsource/courier-prime/files/courier-prime-SUBSET-400-normal.woff2',
		weight: '400',
		axes: undefined,
		metrics: { ...courierPrime, familyName: 'Courier Prime' },
		fallback: courierNew,
		property: '--font-type',
		generic: 'monospace'
	}
];
/** One weight each for the frame in an article, which must be small: its own families, in `embed-fonts.css`. */
const EMBED = [
	{ of: 'head', family: 'Telegram 1856 Head', weight: 800, letters: lettersOfFrames },
	{ of: 'prose', family: 'Telegram 1856 Prose', weight: 400, letters: lettersOfFrames },
	{ of: 'type', family: 'Telegram 1856 Type', weight: 400, letters: lettersOfTelegram }
];
/** Italic stands on water names alone. */
const WATER = {
	file: 'water',
	from: '@fontsource-variable/source-serif-4/files/source-serif-4-SUBSET-wght-italic.woff2',
	axes: { wght: 400 }
};

/** Every text file below a folder. @param {string} path @returns {string[]} */
function textFiles(path) {
	if (!existsSync(path)) return [];
	if (/\.\w+$/.test(path)) return [path];
	return readdirSync(path, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.(svelte|ts|ya?ml|md|txt|html|mjs)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !file.startsWith(OUT) && !/(\.(test|fixture)\.ts|README\.md)$/.test(file))
		.sort();
}

/** All that can be typed in English: any of it may come with the next word of the content. */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i));

/** Text of files, character by character. @param {string[]} files */
const charactersOf = (files) => files.flatMap((file) => [...readFileSync(file, 'utf8')]);

/**
 * Characters that a reader may see, with their capitals.
 *
 * @param {string[]} used characters of the sources
 */
function charactersInUse(used) {
	// Names in Cyrillic, Armenian or Devanagari are left to the system's fonts.
	// Headings are set in capitals by CSS, so each letter needs its capital.
	return [...new Set(used.flatMap((letter) => [letter, ...letter.toUpperCase()]))]
		.filter((letter) => /[\p{Script=Latin}\p{P}\p{S}\p{N}\p{Zs}]/u.test(letter))
		.sort();
}

/** Characters in a frame's two families: those of the content's words, and the signs that our markup puts between them. */
export function lettersOfFrames() {
	const words = textFiles('src/content').filter(
		(file) => file.endsWith('.md') || dirname(file) !== join('src', 'content')
	);
	const signs = charactersOf([
		...textFiles('src/lib/prose'),
		...textFiles('src/lib/content')
	]).filter((letter) => /[^\p{L}\p{ASCII}]/u.test(letter));
	return charactersInUse([...charactersOf(words), ...signs]);
}

/** Characters that a frame has in the typewriter: those of the telegram, and the sign that a passage begins within a sentence. */
export function lettersOfTelegram() {
	return charactersInUse([...charactersOf(['src/content/source/telegram-1856.txt']), '…']);
}

/** @param {string} css */
const withTwins = (css) =>
	css.replace(/local\(['"]([^'"]+)['"]\)/g, (whole, name) =>
		(TWINS[/** @type {keyof typeof TWINS} */ (name)] ?? [name])
			.map((twin) => `local('${twin}')`)
			.join(', ')
	);

/** @param {string[]} letters */
const unicodeRange = (letters) =>
	letters.map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).join(', ');

/**
 * What a browser does with letters by itself, and figures of one width for the clock and the minutes. Small
 * capitals, fractions, superiors and alternates would bring glyphs that no page shows.
 */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum'];

/**
 * Writes one face as up to two files, Latin and Latin extended.
 *
 * @param {{ file: string, from: string, axes?: Record<string, unknown> | undefined, features?: string[] }} face
 * @param {string[]} letters
 * @param {{ family: string, style?: string, weight: string }} css
 * @returns {Promise<string[]>} its `@font-face` rules
 */
async function writeFace(face, letters, { family, style = 'normal', weight }) {
	// Fontsource's "latin" ends at U+00FF, but for punctuation.
	const extended = letters.filter((letter) => /[\u0100-\u024f\u1e00-\u1eff]/.test(letter));
	const parts = [
		{ subset: 'latin', wanted: letters.filter((letter) => !extended.includes(letter)), range: '' },
		{ subset: 'latin-ext', wanted: extended, range: `unicode-range:${unicodeRange(extended)};` }
	].filter(({ wanted }) => wanted.length > 0);
	const rules = [];
	for (const { subset, wanted, range } of parts) {
		const source = readFileSync(join('node_modules', face.from.replace('SUBSET', subset)));
		const font = await subsetFont(source, wanted.join(''), {
			targetFormat: 'woff2',
			keepFeatures: face.features ?? FEATURES,
			noHinting: true,
			...(face.axes && { variationAxes: face.axes })
		});
		const name = `${face.file}-${subset}.woff2`;
		writeFileSync(join(OUT, name), font);
		rules.push(
			`@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};` +
				`font-display:swap;src:url('./${name}') format('woff2');${range}}`
		);
	}
	return rules;
}

/** Makes the fonts if they are missing or old. */
export async function buildFonts() {
	const letters = charactersInUse([...ASCII, ...charactersOf(textFiles('src'))]);
	const forFrames = EMBED.flatMap((face) => face.letters());
	const stamp = createHash('sha256')
		.update([...letters, ...forFrames].join(''))
		.update(
			SOURCES.slice(1)
				.map((file) => readFileSync(file))
				.join('\n')
		)
		.digest('hex');
	const css = join(OUT, 'fonts.css');
	if (existsSync(css) && readFileSync(css, 'utf8').includes(stamp)) return;
	rmSync(OUT, { recursive: true, force: true });
	mkdirSync(OUT, { recursive: true });
	const rules = [`/* Generated by scripts/build-fonts.mjs from ${stamp} */`];
	const properties = [];
	const embedRules = [...rules];
	const embedProperties = [];
	for (const face of FACES) {
		const { fontFaces, fontFamily } = createFontStack([face.metrics, face.fallback], {
			fontFaceFormat: 'styleString'
		});
		const family = face.metrics.familyName;
		rules.push(...(await writeFace(face, letters, { family, weight: face.weight })));
		rules.push(withTwins(fontFaces));
		properties.push(`${face.property}:${fontFamily}, ${face.generic};`);
		const light = EMBED.find(({ of }) => of === face.file);
		if (!light) continue;
		const one = {
			...face,
			file: `embed-${face.file}`,
			axes: face.axes && { wght: light.weight },
			features: ['kern']
		};
		const style = { family: light.family, weight: String(light.weight) };
		embedRules.push(...(await writeFace(one, light.letters(), style)));
		// Without the family of the story: it would be fetched as well.
		const after = fontFamily.split(', ').slice(1).join(', ');
		embedProperties.push(`${face.property}:'${light.family}', ${after}, ${face.generic};`);
	}
	const water = letters.filter((letter) => /[\p{Script=Latin}\p{Zs}’'-]/u.test(letter));
	rules.push(
		...(await writeFace(WATER, water, {
			family: 'Source Serif 4',
			style: 'italic',
			weight: '400'
		}))
	);
	rules.push(`:root{${properties.join('')}}`);
	// Among the first styles: a frame that is laid out before its own have come would fetch the story's families.
	rules.push(`:root:has(.frame){${embedProperties.join('')}}`);
	await writeLetterings(OUT, letters);
	writeFileSync(join(OUT, 'embed-fonts.css'), `${embedRules.join('\n')}\n`);
	writeFileSync(css, `${rules.join('\n')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildFonts();

/** Runs before anything reads the styles. @returns {import('vite').Plugin} */
export function fonts() {
	return { name: 'telegram-1856-fonts', enforce: 'pre', config: buildFonts };
}
