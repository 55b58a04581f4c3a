import { describe, expect, it } from 'vitest';
import { site } from '$lib/site/site';
import { layLow } from './low';

const { people, words } = site('en').pictures;
const seated = (seat: string) => people.filter((person) => person.seat === seat);
const [GUESTS, HOSTS, CHAIRS] = [seated('soviet'), seated('cuban'), seated('chair')];

const lay = (width: number, height: number, outside = false) =>
	layLow({ width, height }, [GUESTS, HOSTS, CHAIRS], words, outside);
const placesOf = ({ placed }: ReturnType<typeof lay>, seat: string) =>
	placed.filter(({ person }) => person.seat === seat);

describe('the low room', () => {
	it('has guests before the table, hosts after it, and their names on the outer side', () => {
		const { table, ...laid } = lay(320, 142);
		for (const { at, beside } of placesOf({ ...laid, table }, 'soviet')) {
			expect(at.x).toBeLessThan(table.x);
			expect(beside).toBe('before');
		}
		for (const { at, beside } of placesOf({ ...laid, table }, 'cuban')) {
			expect(at.x).toBeGreaterThan(table.x + table.width);
			expect(beside).toBe('after');
		}
	});

	it('keeps a strip outside its wall only where something is there', () => {
		expect(lay(320, 142).room.y).toBe(0);
		expect(lay(320, 142, true).room.y).toBeGreaterThan(13);
	});

	it('has the names of both chairs in full, or both as surnames', () => {
		const roomFor = (width: number) => placesOf(lay(width, 130), 'chair').map((one) => one.width);
		const [wide, slim] = [roomFor(360), roomFor(288)];
		expect(slim).toHaveLength(2);
		slim.forEach((width, i) => expect(width).toBeLessThan(wide[i] ?? 0));
	});

	it('gives up the names of the chairs, then those of whom a beat is not about, where height ends', () => {
		const named = (height: number, outside: boolean) =>
			['chair', 'cuban'].map((seat) =>
				placesOf(lay(320, height, outside), seat).every(({ lines }) => lines > 0)
			);
		expect(named(120, true)).toEqual([true, true]);
		expect(named(92, true)).toEqual([false, true]);
		expect(named(84, true)).toEqual([false, false]);
		const [first] = placesOf(lay(320, 84, true), 'cuban');
		expect(first?.linesApart).toBe(1);
	});
});
