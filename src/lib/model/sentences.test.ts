import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences';

describe('the sentences of a text', () => {
	it('are the text when they are joined', () => {
		const text = 'One. Two? “Three!” And four';
		expect(sentencesOf(text, 'en').join('')).toBe(text);
		expect(sentencesOf(text, 'en')).toHaveLength(4);
	});

	it('do not end at an abbreviation', () => {
		expect(sentencesOf('It is telegram no. 1856 of that year. It was sent.', 'en')).toHaveLength(2);
		expect(sentencesOf('It orders cde. Pavlov to prepare. It was sent.', 'en')).toHaveLength(2);
		expect(sentencesOf('His son S. Mikoyan gave it away. It was kept.', 'en')).toHaveLength(2);
	});
});
