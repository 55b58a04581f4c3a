import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

test('git gives every text file the same line ends, also with core.autocrlf (Windows)', (context) => {
	if (!existsSync('.git')) return context.skip('This is no checkout: there is no git to ask.');
	// One line a file: what is in the index, in the folder, and what .gitattributes says.
	const files = execFileSync('git', ['ls-files', '--eol', '-z'], { encoding: 'utf8' }).split('\0');
	const text = files.filter((line) => /^i\/(lf|crlf|mixed) /.test(line));
	expect(text.length).toBeGreaterThan(0);
	expect(text.filter((line) => !/^i\/lf .* attr\/text=auto eol=lf/.test(line))).toEqual([]);
});
