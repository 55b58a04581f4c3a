import { describe, expect, it } from 'vitest';
import { passageStrip, type Naming } from './passage-strip';

const strip = (named: readonly (readonly [string, Naming])[]) =>
	passageStrip([['a', 'b'], ['c']], new Map(named));
const strokes = (path: string) =>
	[...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the strip of passages', () => {
	it('has one stroke a passage, and a wider gap between sections', () => {
		const { paths, width } = strip([]);
		const at = strokes(paths.none).map(([x = 0]) => x);
		expect(at).toHaveLength(3);
		const [a = 0, b = 0, c = 0] = at;
		expect(c - b).toBeGreaterThan(b - a);
		expect(width).toBeGreaterThan(c);
	});

	it('raises what names somebody, the telegram higher than our narration', () => {
		const { paths } = strip([
			['a', 'telegram'],
			['c', 'narration']
		]);
		expect(strokes(paths.telegram)).toHaveLength(1);
		expect(strokes(paths.narration)).toHaveLength(1);
		expect(strokes(paths.none)).toHaveLength(1);
		const top = (path: string) => strokes(path)[0]?.[1] ?? NaN;
		expect(top(paths.telegram)).toBeLessThan(top(paths.narration));
		expect(top(paths.narration)).toBeLessThan(top(paths.none));
	});
});
