/** The texts of the packed folder that are filled in: what a technician reads, and the page for damaged files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Characters a line. */
const WIDTH = 100;

/** Breaks a sentence into lines. @param {string} sentence @param {string} indent */
function wrap(sentence, indent) {
	const lines = [indent];
	for (const word of sentence.split(' ')) {
		const last = lines.at(-1) ?? '';
		if (last !== indent && last.length + word.length + 1 > WIDTH) lines.push(indent + word);
		else lines[lines.length - 1] = last === indent ? last + word : `${last} ${word}`;
	}
	return lines.join('\n');
}

/**
 * A text for the technician, with the numbers and flags that the programs use.
 *
 * @param {string} text with placeholders such as `{heartbeatTimeout}`
 * @param {any} config `runtime/config.json`
 * @param {string} version
 */
export function fillGuide(text, config, version) {
	/** @type {Record<string, unknown>} */
	const values = {
		...config.seconds,
		version,
		ports: config.ports,
		lastPort: config.port + config.ports - 1,
		flags: config.flags
			.map((/** @type {{ flag: string, why: string }} */ { flag, why }) =>
				[`  ${flag}`, wrap(why, '      ')].join('\n')
			)
			.join('\n')
	};
	return text.replace(/\{(\w+)\}/g, (all, key) => String(values[key] ?? all));
}

/**
 * What visitors see while the site is damaged: one sentence in every language, and a picture, in one file.
 *
 * @param {string} template
 * @param {string} content the folder with one folder a language
 * @param {Buffer | undefined} picture SVG
 */
export function fillRestingPage(template, content, picture) {
	const languages = readdirSync(content)
		.filter((name) => existsSync(join(content, name, 'ui.yaml')))
		.map((lang) => ({ lang, words: parse(readFileSync(join(content, lang, 'ui.yaml'), 'utf8')) }));
	const values = {
		lang: languages[0]?.lang,
		title: languages[0]?.words.siteTitle,
		picture: `data:image/svg+xml;base64,${picture?.toString('base64') ?? ''}`,
		sentences: languages
			.map(({ lang, words }) => `<p lang="${lang}">${words.kioskResting}</p>`)
			.join('\n\t\t\t')
	};
	return template.replace(
		/\{(lang|title|picture|sentences)\}/g,
		(_, key) => values[/** @type {keyof values} */ (key)] ?? ''
	);
}
