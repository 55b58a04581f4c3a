import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './pages';

const BUILD = 'build';

describe('what hosts need of the built files', () => {
	it('GitHub Pages, publishing a branch, leaves out “_app” unless it is told not to', () => {
		expect(existsSync(join(BUILD, '.nojekyll'))).toBe(true);
	});

	// Frames, and the article of the preview, are named by our own pages with the slash.
	it('each page mends an address without its last slash before it names a file', () => {
		const late = filesBelow(BUILD)
			.filter((path) => path.endsWith('index.html') && !/[/\\](embed|article)[/\\]/.test(path))
			.filter(
				(path) => !/^[^]*?<meta charset="utf-8" \/>\s*<script>{/.test(readFileSync(path, 'utf8'))
			);
		expect(late).toEqual([]);
	});
});
