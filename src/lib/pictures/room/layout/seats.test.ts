import { describe, expect, it } from 'vitest';
import { contains } from '$lib/globe/camera/geometry';
import { site } from '$lib/site/site';
import { SIZES } from '../../sizes.fixture';
import { layFloor } from './floor';
import { chairsIn, guestsIn, hostsIn } from './seats';

const { people, words } = site('en').pictures;
const seated = (seat: string) => people.filter((person) => person.seat === seat);
const [GUESTS, HOSTS, CHAIRS] = [seated('soviet'), seated('cuban'), seated('chair')];

function seatsAt(width: number, height: number) {
	const floor = layFloor({ width, height }, GUESTS, HOSTS, words);
	const [guests, hosts, chairs] = [
		guestsIn(floor, GUESTS),
		hostsIn(floor, HOSTS),
		chairsIn(floor, CHAIRS)
	];
	return { floor, guests, hosts, chairs, all: [...guests, ...hosts, ...chairs] };
}

describe.each(SIZES)('in %i × %i CSS px at scale %f', (width, height, scale) => {
	const { floor, guests, hosts, chairs, all } = seatsAt(width / scale, height / scale);

	it('all sit inside the walls, off the table and apart', () => {
		expect(all).toHaveLength(GUESTS.length + HOSTS.length + CHAIRS.length);
		all.forEach(({ person, at, radius }, i) => {
			const disc = { x: at.x - radius, y: at.y - radius, width: radius * 2, height: radius * 2 };
			expect(contains(floor.room, disc), person.id).toBe(true);
			for (const other of all.slice(i + 1)) {
				const between = Math.hypot(at.x - other.at.x, at.y - other.at.y);
				expect(between, `${person.id}, ${other.person.id}`).toBeGreaterThan(radius + other.radius);
			}
		});
	});

	it('guests and hosts face each other across the table, and the chairs stand at its head', () => {
		const { table } = floor;
		for (const { at } of guests) expect(at.x).toBeLessThan(table.x);
		for (const { at } of hosts) expect(at.x).toBeGreaterThan(table.x + table.width);
		for (const { at, radius } of chairs) expect(at.y + radius).toBeLessThan(table.y);
	});

	it('everybody has room for a name', () => {
		for (const { person, lines } of all) expect(lines, person.id).toBeGreaterThanOrEqual(1);
	});
});

it('guests sit across from the second and the fourth host on a laptop', () => {
	const { guests, hosts } = seatsAt(860, 520);
	expect(guests.map(({ at }) => at.y)).toEqual([hosts[1]?.at.y, hosts[3]?.at.y]);
});

it('names of guests stand before their discs on a laptop, and under them on a phone', () => {
	const beside = (width: number, height: number) => seatsAt(width, height).guests[0]?.beside;
	expect(beside(860, 520)).toBe('before');
	expect(beside(390, 300)).toBe('under');
});

it('a host has more lines where the neighbours have no more than their names', () => {
	const [first, second] = seatsAt(390, 300).hosts;
	expect(second?.linesApart).toBeGreaterThan(second?.lines ?? NaN);
	expect(second?.neighbours).toEqual([HOSTS[0]?.id, HOSTS[2]?.id]);
	expect(first?.neighbours).toEqual([HOSTS[1]?.id]);
});

it('the last guest goes without a name where there is no room for two', () => {
	const { guests } = seatsAt(320, 150);
	expect(guests.map(({ lines }) => lines)).toEqual([1, 0]);
});
