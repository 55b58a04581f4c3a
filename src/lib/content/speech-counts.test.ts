import { expect, it } from 'vitest';
import { passagesSpoken } from './speech-counts';

it('counts passages and not sentences, and gives nobody what a side says together', () => {
	const beats = [
		{ speech: [{ from: 'cubans', to: 'mikoyan', act: 'agrees' }] },
		{ speech: [] },
		{
			speech: [
				{ from: 'mikoyan', to: 'guevara', act: 'asks' },
				{ from: 'guevara', to: 'mikoyan', act: 'answers' },
				{ from: 'guevara', to: 'mikoyan', act: 'says' }
			]
		},
		{ speech: [{ from: 'guevara', to: 'mikoyan', act: 'agrees' }] }
	] as const;
	expect(passagesSpoken(beats, 'guevara')).toBe(2);
	expect(passagesSpoken(beats, 'mikoyan')).toBe(1);
	expect(passagesSpoken(beats, 'roa')).toBe(0);
});
