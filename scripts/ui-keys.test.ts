import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentUiKeys, uiKeysFile } from './ui-keys.mjs';

describe('the generated keys of the interface', () => {
	it('are those of en/ui.yaml', () => {
		expect(
			readFileSync('src/lib/model/ui-keys.ts', 'utf8'),
			'src/lib/model/ui-keys.ts is not what en/ui.yaml gives: run “npm run ui-keys”.'
		).toBe(currentUiKeys());
	});

	it('keep a key that English has lost while somebody edits', () => {
		expect(uiKeysFile('b: B\n', ['a', 'b'])).toContain("[\n\t'a',\n\t'b'\n]");
	});
});
