import { describe, expect, it } from 'vitest';
import { openingOf } from './sentences';

describe('the opening of a text', () => {
	it('is its first sentence', () => {
		const text =
			'Mikoyan says that the zone matters to Cuba most. Guevara answers. He has heard more.';
		expect(openingOf(text, 'en')).toBe('Mikoyan says that the zone matters to Cuba most.');
	});

	it('takes the second along when the first says too little alone', () => {
		expect(openingOf('Now the contrast. He tells a story of that night. More.', 'en')).toBe(
			'Now the contrast. He tells a story of that night.'
		);
	});

	it('does not end at an abbreviation', () => {
		expect(openingOf('This is the end of the long telegram no. 1856, for now. More.', 'en')).toBe(
			'This is the end of the long telegram no. 1856, for now.'
		);
	});

	it('of nothing is nothing', () => {
		expect(openingOf('', 'en')).toBe('');
	});
});
