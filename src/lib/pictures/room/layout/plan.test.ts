import { expect, it } from 'vitest';
import { site } from '$lib/site/site';
import { layRoom } from './plan';

const { pictures } = site('en');
const LAPTOP = { width: 860, height: 520 };
const plan = layRoom(LAPTOP, pictures);

it('has a place for each who has a seat, and for nobody else', () => {
	const seated = pictures.people.filter(({ seat }) => seat !== 'away').map(({ id }) => id);
	expect([...plan.places.keys()].toSorted()).toEqual(seated.toSorted());
});

it('has a brace along all discs of a side, its tip towards the table', () => {
	const sides = { soviets: 'soviet', cubans: 'cuban' } as const;
	for (const side of ['soviets', 'cubans'] as const) {
		const { x, top, bottom, tip } = plan.braces[side];
		const discs = [...plan.places.values()].filter(({ person }) => person.seat === sides[side]);
		for (const { at } of discs) {
			expect(at.y).toBeGreaterThan(top);
			expect(at.y).toBeLessThan(bottom);
		}
		const middle = plan.table.x + plan.table.width / 2;
		expect(Math.abs(tip.x - middle)).toBeLessThan(Math.abs(x - middle));
	}
});

it('is mirrored where the language runs from right to left', () => {
	const arabic = layRoom(LAPTOP, { ...pictures, words: { ...pictures.words, lang: 'ar' } });
	const x = ({ places }: typeof plan, id: string) => places.get(id)?.at.x ?? NaN;
	for (const id of plan.places.keys()) {
		expect(x(arabic, id)).toBeCloseTo(LAPTOP.width - x(plan, id));
	}
	expect(x(arabic, 'guevara')).toBeLessThan(x(arabic, 'mikoyan'));
	expect(arabic.table.x).toBeCloseTo(LAPTOP.width - plan.table.x - plan.table.width);
	expect(arabic.ahead).toBe(-plan.ahead);
});
