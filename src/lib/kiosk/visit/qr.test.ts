import { describe, expect, it } from 'vitest';
import { drawQr, homeOf, readable } from './qr';

describe('drawQr', () => {
	const { size, d } = drawQr('https://museum.example/telegram/#rumour');
	const dark = [...d.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => [Number(x), Number(y)]);

	it('keeps four white modules on every side', () => {
		const all = dark.flat();
		expect(Math.min(...all)).toBe(4);
		expect(Math.max(...all)).toBe(size - 5);
	});

	it('has its three eyes', () => {
		const isDark = (x: number, y: number) => dark.some((at) => at[0] === x && at[1] === y);
		const far = size - 5;
		for (let i = 0; i < 7; i += 1) {
			expect(isDark(4 + i, 4)).toBe(true);
			expect(isDark(far - i, 4)).toBe(true);
			expect(isDark(4 + i, far)).toBe(true);
		}
	});

	it('draws another address otherwise', () => {
		expect(drawQr('https://museum.example/').d).not.toBe(d);
	});
});

describe('where the codes lead', () => {
	it('to the same passage in the same language', () => {
		expect(homeOf('https://museum.example/t/', 'es/', 'rumour')).toEqual({
			story: 'https://museum.example/t/es/#rumour',
			large: 'https://museum.example/t/es/large/rumour/'
		});
	});

	it('is printed as people read it', () => {
		expect(readable('https://museum.example/t/')).toBe('museum.example/t');
	});
});
