import { expect, it } from 'vitest';
import { contains } from '$lib/globe/camera/geometry';
import { site } from '$lib/site/site';
import { SIZES } from '../../sizes.fixture';
import { layFloor } from './floor';

const { people, words } = site('en').pictures;
const seated = (seat: string) => people.filter((person) => person.seat === seat);

const FLOORS = SIZES.map(([width, height, scale]) => {
	const size = { width: width / scale, height: height / scale };
	return {
		name: `${width}×${height}`,
		...layFloor(size, seated('soviet'), seated('cuban'), words)
	};
});

it('says that it is a diagram, in full', () => {
	for (const { name, caption } of FLOORS) {
		expect(caption.map(({ text }) => text).join(' '), name).toBe(words.tableHint);
	}
});

it('has the table inside the walls, between the two sides, and a strip outside the wall', () => {
	for (const { name, room, table, across, strip, measures } of FLOORS) {
		expect(contains(room, table), name).toBe(true);
		expect(table.x, name).toBeGreaterThan(across.soviets + measures.disc);
		expect(table.x + table.width, name).toBeLessThan(across.cubans - measures.disc);
		expect(strip, name).toBeGreaterThanOrEqual(measures.post);
	}
});

it('names the sides wherever that leaves the hosts their rows', () => {
	const titled = FLOORS.filter((floor) => floor.titled).map(({ name }) => name);
	expect(titled).toContain('640×520');
	expect(titled).toContain('390×300');
	expect(titled).not.toContain('320×180');
});
