/**
 * Writes `src/lib/model/ui-keys.ts`, the type of the interface's keys, from `src/content/en/ui.yaml`.
 * `npm run ui-keys` runs it; `npm run dev` adds new keys by itself (see `vite-content.mjs`).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parse, parseDocument } from 'yaml';

const ENGLISH = 'src/content/en/ui.yaml';
const GENERATED = 'src/lib/model/ui-keys.ts';

/**
 * The generated module.
 *
 * @param {string} yaml the English words, `ui.yaml`
 * @param {readonly string[]} [keep] keys that stay although English has lost them
 * @returns {string} TypeScript, one key a line, in alphabetical order
 */
export function uiKeysFile(yaml, keep = []) {
	const keys = [...new Set([...Object.keys(parse(yaml) ?? {}), ...keep])].sort();
	return [
		'// Generated from src/content/en/ui.yaml: `npm run ui-keys` writes this file, one key a line.',
		'',
		'/** Every key of `ui.yaml`: each language has exactly these. */',
		'export const UI_KEYS = [',
		...keys.map((key, i) => `\t'${key}'${i < keys.length - 1 ? ',' : ''}`),
		'] as const;',
		'',
		'export type UiKey = (typeof UI_KEYS)[number];',
		''
	].join('\n');
}

/** @returns {string} the module as English has it now */
export const currentUiKeys = () => uiKeysFile(readFileSync(ENGLISH, 'utf8'));

/**
 * Makes keys known that were added to English. A key that is gone stays known: the content check then says that its
 * words are missing, where removing it here would show nothing in their place.
 */
export function addUiKeys() {
	// What is missing or cannot be read has its sentence from the content check.
	if (!existsSync(ENGLISH)) return;
	const before = readFileSync(GENERATED, 'utf8');
	const english = readFileSync(ENGLISH, 'utf8');
	if (parseDocument(english).errors.length > 0) return;
	const known = [...before.matchAll(/^\t'(\w+)'/gm)].map(([, key]) => String(key));
	const after = uiKeysFile(english, known);
	if (after !== before) writeFileSync(GENERATED, after);
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
	writeFileSync(GENERATED, currentUiKeys());
}
