import { describe, expect, it } from 'vitest';
import { LETTERING, textWidth, type Lettering } from './text-width';

const KINDS = Object.keys(LETTERING) as Lettering[];
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

describe.each(KINDS)('the width of a label, %s', (kind) => {
	const width = (text: string) => textWidth(text, kind, 1);

	it('is that of its letters: a W is wider than an i', () => {
		expect(width('W')).toBeGreaterThan(1.5 * width('i'));
		expect(width('Wi')).toBeCloseTo(width('W') + width('i'));
		expect(width('')).toBe(0);
	});

	it('grows with the screen', () => {
		expect(textWidth('Cuba', kind, 2)).toBeCloseTo(2 * width('Cuba'));
	});

	it('counts no accent, in the languages of today and of tomorrow', () => {
		expect(width('Çiğli')).toBeCloseTo(width('Cigli'));
		expect(width('Ñandú')).toBeCloseTo(width('Nandu'));
		expect(width('ǟ')).toBeCloseTo(width('a'));
	});

	it('takes a letter that the fonts lack for the widest', () => {
		const widest = Math.max(...ASCII.map(width));
		for (const letter of ['Ж', '中', '🚀']) expect(width(letter)).toBeGreaterThanOrEqual(widest);
	});
});
