import { describe, expect, it } from 'vitest';
import type { Beat, Section } from '$lib/model/story';
import { pageLines } from './page-lines';

const beat = (id: string, section: string, telegramWords: number) =>
	({ id, section, title: id, telegramWords }) as Beat;
const sections = [
	{ id: 'prologue', number: null },
	{ id: 's01', number: 1 }
] as Section[];

describe('the small page', () => {
	it('gives each passage as many lines as its words need', () => {
		const [first, second] = pageLines([beat('a', 's01', 33), beat('b', 's01', 12)], sections);
		expect(first?.lines).toEqual([1, 1, 1]);
		expect(second?.lines).toHaveLength(2);
		expect(second?.lines[1]).toBeLessThan(0.2);
	});

	it('leaves out beats that carry no words of the telegram, and keeps the index of the others', () => {
		const lines = pageLines([beat('cover', 'prologue', 10), beat('a', 's01', 11)], sections);
		expect(lines.map(({ beat, index }) => [beat, index])).toEqual([['a', 1]]);
	});
});
