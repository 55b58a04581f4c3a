import { describe, expect, it } from 'vitest';
import { sideState } from './speech';

describe('sideState', () => {
	it('is the side’s own: a person who speaks or is addressed is not their side', () => {
		const speech = [{ from: 'mikoyan', to: 'guevara', act: 'asks' }] as const;
		expect(sideState(speech, 'cubans')).toBeNull();
		expect(sideState(speech, 'soviets')).toBeNull();
	});

	it('is addressed by words to all of it, and speaks when they answer together', () => {
		const presented = { from: 'mikoyan', to: 'cubans', act: 'says' } as const;
		const agreed = { from: 'cubans', to: 'mikoyan', act: 'agrees' } as const;
		expect(sideState([presented], 'cubans')).toBe('addressed');
		expect(sideState([presented, agreed], 'cubans')).toBe('speaking');
		expect(sideState([presented, agreed], 'soviets')).toBeNull();
	});
});
