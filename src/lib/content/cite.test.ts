import { describe, expect, it } from 'vitest';
import { cite, type Work } from './cite';

const work = (part: Partial<Work>): Work => ({
	author: null,
	title: 'A Title',
	container: null,
	year: null,
	archive: null,
	url: null,
	seen: true,
	...part
});

describe('cite', () => {
	it('names author, title, container and year', () => {
		expect(
			cite(
				work({
					author: 'Michael Dobbs',
					title: 'One Minute to Midnight',
					container: 'Knopf',
					year: 2008
				})
			)
		).toBe('Michael Dobbs, “One Minute to Midnight,” Knopf, 2008.');
	});

	it('does not say the year twice', () => {
		expect(
			cite(
				work({
					author: 'A',
					title: 'Memorandum of 22 November 1962',
					archive: 'Archive',
					year: 1962
				})
			)
		).toBe('A, “Memorandum of 22 November 1962,” Archive.');
	});

	it('has single quotation marks within double ones', () => {
		const title = '“One Hell of a Gamble”: Khrushchev, Castro, and Kennedy';
		expect(cite(work({ author: 'A', title, year: 1997 }))).toBe(
			'A, “‘One Hell of a Gamble’: Khrushchev, Castro, and Kennedy,” 1997.'
		);
		expect(cite(work({ title: 'On China, “The Second Crisis”' }))).toBe(
			'On China, “The Second Crisis”'
		);
	});

	it('says plainly what is no work at all, and what was seen of one', () => {
		expect(cite(work({ title: 'Our own arithmetic' }))).toBe('Our own arithmetic.');
		expect(cite(work({ author: 'A', year: 1997, note: 'read in the Russian edition' }))).toBe(
			'A, “A Title,” 1997. (read in the Russian edition)'
		);
	});
});
