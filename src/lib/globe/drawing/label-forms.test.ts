import { expect, it } from 'vitest';
import { formsOf } from './label-forms';

const inTwo = (text: string) => formsOf(text, 'place', 1)[1]?.lines;

it('breaks a label where its sense has a break, else in the middle', () => {
	expect(inTwo('Fighting, about here (schematic)')).toEqual([
		'Fighting, about here',
		'(schematic)'
	]);
	expect(inTwo('Illustrative route: not recorded')).toEqual([
		'Illustrative route:',
		'not recorded'
	]);
	expect(inTwo('United Nations, New York')).toEqual(['United Nations,', 'New York']);
	expect(inTwo('San Julián airfield')).toEqual(['San Julián', 'airfield']);
});

it('keeps a short label, a water and a territory in one line', () => {
	expect(inTwo('7,421 km')).toBeUndefined();
	expect(inTwo('Guantánamo')).toBeUndefined();
	expect(formsOf('South China Sea', 'water', 1)).toHaveLength(1);
	expect(formsOf('British Guiana (UK)', 'territory', 1)).toHaveLength(1);
});

it('is narrower and higher in two lines', () => {
	const [one, two] = formsOf('SOVIET UNION', 'country', 2);
	expect(two?.width).toBeLessThan(0.6 * (one?.width ?? 0));
	expect(two?.height).toBeGreaterThan(1.5 * (one?.height ?? Infinity));
});
