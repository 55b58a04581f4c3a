import { describe, expect, it } from 'vitest';
import { actionOf, nextInRing } from './keys';

describe('actionOf', () => {
	it('turns passages sideways and goes through what can be pressed up and down', () => {
		expect(actionOf('ArrowRight', 'visit')).toEqual({ do: 'step', by: 1 });
		expect(actionOf('ArrowLeft', 'visit')).toEqual({ do: 'step', by: -1 });
		expect(actionOf('ArrowLeft', 'visit', true)).toEqual({ do: 'step', by: 1 });
		expect(actionOf('ArrowDown', 'visit')).toEqual({ do: 'focus', by: 1 });
		expect(actionOf('ArrowUp', 'choose')).toEqual({ do: 'focus', by: -1 });
	});

	it('an open text scrolls, an open list is gone through, and passages stand still behind them', () => {
		expect(actionOf('ArrowDown', 'text')).toEqual({ do: 'scroll', by: 1 });
		expect(actionOf('ArrowRight', 'text')).toBeNull();
		expect(actionOf('ArrowRight', 'list')).toEqual({ do: 'focus', by: 1 });
		expect(actionOf('Escape', 'text')).toEqual({ do: 'close' });
		expect(actionOf('Escape', 'visit')).toBeNull();
	});

	it.each(['n', ' ', 'Enter', 'F5', 'Tab', 'Home'])('has nothing of its own for %j', (key) => {
		expect(actionOf(key, 'visit')).toBeNull();
	});
});

describe('nextInRing', () => {
	it('goes round', () => {
		expect(nextInRing(2, 1, 3)).toBe(0);
		expect(nextInRing(0, -1, 3)).toBe(2);
	});

	it('begins at an end', () => {
		expect(nextInRing(-1, 1, 3)).toBe(0);
		expect(nextInRing(-1, -1, 3)).toBe(2);
	});
});
