import { expect, test } from 'vitest';
import { inCI } from '../../scripts/find-browser.mjs';
import { MISSING, missing } from './python';

test('the machine can run the museum runtime; in CI it must', (context) => {
	if (!MISSING) return;
	if (inCI()) throw new Error(MISSING);
	process.stderr.write(`${MISSING}\n`);
	context.skip(MISSING);
});

test('a machine that cannot run it is told why, and what to do', () => {
	expect(missing('linux', true)).toBeNull();
	expect(missing('linux', false)).toMatch(/not Python 3\.8 or newer: install it .*apt-get install/);
	expect(missing('darwin', true)).toMatch(/Linux only: run these tests there/);
});
