import { describe, expect, it } from 'vitest';
import { site } from '$lib/site/site';
import { widthOf } from '../lettering';
import { measuresOf } from './measures';
import { chairLines, chairWidth, columnOf, linesIn } from './names';

const { people, words } = site('en').pictures;
const seated = (seat: string) => people.filter((person) => person.seat === seat);
const [chair] = seated('chair');
if (!chair) throw new Error('The head of the table has empty chairs.');

const laptop = measuresOf({ width: 860, height: 520 });
const texts = (most: number, lines: number) =>
	chairLines(chair, words, laptop, most, lines).map(({ text }) => text);

describe('the lines of an empty chair', () => {
	const away = `${chair.post} · away`;
	const office = widthOf(away, 'post', laptop.post);

	it('say the office and that nobody is there, in one line where it fits', () => {
		expect(texts(office, 2)).toEqual([chair.name, away]);
	});

	it('say both apart where there are lines enough, and “away” alone where there are not', () => {
		const most = office - 1;
		expect(texts(most, 4).at(-1)).toBe('away');
		expect(texts(most, 4).slice(1, -1).join(' ')).toBe(chair.post);
		expect(texts(most, 2)).toEqual([texts(most, 4)[0], 'away']);
	});

	it('are the name where there is room for no more, and the surname where that is too wide', () => {
		expect(texts(office, 1)).toEqual([chair.name]);
		const name = widthOf(chair.name, 'name', laptop.name);
		expect(texts(name - 1, 1)).toEqual([chair.surname]);
	});

	it('have the width they want', () => {
		const most = 120;
		const wanted = chairWidth(chair, words, laptop, most);
		for (const { text, face } of chairLines(chair, words, laptop, wanted, 4)) {
			expect(widthOf(text, face, laptop[face])).toBeLessThanOrEqual(wanted);
		}
	});
});

it('a column has room for every surname, also where it shows no office', () => {
	const phone = measuresOf({ width: 320, height: 180 });
	const hosts = seated('cuban');
	const column = columnOf(hosts, phone, 0);
	for (const { surname } of hosts) {
		expect(widthOf(surname, 'name', phone.name)).toBeLessThanOrEqual(column);
	}
	expect(columnOf(hosts, laptop, 500)).toBeGreaterThan(columnOf(hosts, laptop, 0));
});

it('a height has room for a name, and for an office with each line more', () => {
	const { name, post } = laptop;
	expect(linesIn(name * 1.2, laptop)).toBe(1);
	expect(linesIn(name * 1.2 + post * 1.2, laptop)).toBe(2);
	expect(linesIn(name, laptop)).toBe(0);
});
