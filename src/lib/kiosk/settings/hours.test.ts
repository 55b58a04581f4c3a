import { describe, expect, it } from 'vitest';
import { isOpen } from './hours';

const at = (time: string) => new Date(`2026-05-04T${time}:00`).getTime();

describe('isOpen', () => {
	it.each([
		['08:59', false],
		['09:00', true],
		['17:59', true],
		['18:00', false],
		['00:00', false]
	])('from nine to six, at %s: %s', (time, open) => {
		expect(isOpen({ from: '09:00', to: '18:00' }, at(time))).toBe(open);
	});

	it.each([
		['19:59', false],
		['20:00', true],
		['00:30', true],
		['01:59', true],
		['02:00', false]
	])('over midnight, at %s: %s', (time, open) => {
		expect(isOpen({ from: '20:00', to: '02:00' }, at(time))).toBe(open);
	});

	it('without hours it never closes', () => {
		expect(isOpen(null, at('03:00'))).toBe(true);
	});
});
