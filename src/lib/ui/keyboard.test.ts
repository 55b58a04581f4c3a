import { expect, it } from 'vitest';
import { sideways } from './keyboard';

it('leads on where the writing goes', () => {
	expect(sideways('ArrowRight', false)).toBe(1);
	expect(sideways('ArrowLeft', false)).toBe(-1);
	expect(sideways('ArrowRight', true)).toBe(-1);
	expect(sideways('ArrowLeft', true)).toBe(1);
	expect(sideways('ArrowDown', true)).toBe(0);
});
