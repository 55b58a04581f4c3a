import { expect, it } from 'vitest';
import { breakLines, evenLines } from './line-breaks';

const width = (text: string) => text.length;

it('fills lines with whole words, and leaves a word that is too long whole', () => {
	expect(breakLines('the president of Cuba', width, 13)).toEqual(['the president', 'of Cuba']);
	expect(breakLines('the organisation', width, 6)).toEqual(['the', 'organisation']);
});

it('makes the same number of lines about equally long', () => {
	expect(breakLines('so many words in two lines', width, 22)).toEqual([
		'so many words in two',
		'lines'
	]);
	expect(evenLines('so many words in two lines', width, 22, 1)).toEqual([
		'so many words',
		'in two lines'
	]);
	expect(evenLines('word', width, 22, 1)).toEqual(['word']);
});
