import { describe, expect, it } from 'vitest';
import { fitLettering } from './fit-lettering';

const lengthOf = (svg: string) => Number(/textLength="([\d.]+)"/.exec(svg)?.[1]);

describe('the words of a picture in a file', () => {
	it('take the room that was counted for them, in whatever font', () => {
		const name = fitLettering('<text class="name" x="1" font-size="13">Guevara</text>');
		expect(name).toContain('>Guevara</text>');
		expect(lengthOf(name)).toBeGreaterThan(40);
		expect(lengthOf(name)).toBeLessThan(65);
		const typed = fitLettering('<text class="typed" font-size="10">a &amp; b</text>');
		expect(lengthOf(typed)).toBeCloseTo(30);
	});

	it('are refused in a face whose widths are not known', () => {
		expect(() => fitLettering('<text class="new" font-size="13">Guevara</text>')).toThrow('new');
	});
});
