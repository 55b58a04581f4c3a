import { beforeEach, describe, expect, it } from 'vitest';
import { bench, words } from './range.fixture';
import { Ruler } from './ruler.svelte';

let ruler: Ruler;
beforeEach(() => {
	ruler = new Ruler(bench, words);
	ruler.lay({ from: 'ussr', to: 'usa' });
	ruler.open = true;
});

describe('the ruler', () => {
	it('lies where the beat wants it, and says what it measures', () => {
		expect(ruler.km).toBe(7421);
		expect(ruler.measure).toMatchObject({ from: 'Plesetsk', to: 'Washington', miles: 4611 });
		expect(ruler.sentence).toMatch(/^Plesetsk to Washington: 7,421 km \(4,611 miles\)\./);
		expect(ruler.line).toEqual({ from: [40.58, 62.93], to: [-77.04, 38.9] });
	});

	it('draws nothing while it is closed, and is put away where no beat wants it', () => {
		ruler.close();
		expect(ruler.line).toBeNull();
		ruler.open = true;
		ruler.lay(null);
		expect(ruler.open).toBe(false);
	});

	it('steps from place to place by distance and stops at the ends', () => {
		ruler.step(-1);
		expect(ruler.place).toBe('moscow');
		ruler.step(-1);
		expect(ruler.place).toBe('moscow');
		ruler.step(1);
		expect(ruler.place).toBe('usa');
		ruler.step(Infinity);
		expect(ruler.place).toBe('sagua');
		ruler.step(-Infinity);
		expect(ruler.place).toBe('moscow');
	});

	it('snaps to a place that is near and stays at a point that is not', () => {
		ruler.dragTo([-76.5, 39.2], 2);
		expect(ruler.place).toBe('usa');
		ruler.dragTo([-45, 50], 2);
		expect(ruler.place).toBeNull();
		expect(ruler.measure.to).toBe('50° N, 45° W');
		expect(ruler.line?.to).toEqual([-45, 50]);
	});

	it('steps on from a free point to the next place either way', () => {
		ruler.dragTo([-45, 50], 2);
		ruler.step(1);
		expect(ruler.place).toBe('usa');
		ruler.dragTo([-45, 50], 2);
		ruler.step(-1);
		expect(ruler.place).toBe('moscow');
	});

	it('turns round when it is started where it ended', () => {
		ruler.setTarget('sagua');
		ruler.setOrigin('sagua');
		expect([ruler.origin, ruler.place]).toEqual(['sagua', 'ussr']);
	});

	it('is not moved by what makes no sense', () => {
		const { line } = ruler;
		ruler.setOrigin('atlantis');
		ruler.setOrigin('moscow');
		ruler.setTarget('atlantis');
		ruler.setTarget('ussr');
		ruler.dragTo([NaN, 12], 2);
		ruler.dragTo([12, Infinity], 2);
		ruler.lay({ from: 'nowhere', to: 'nowhere' });
		expect(ruler.line).toEqual(line);
		ruler.step(NaN);
		ruler.dragTo([900, 900], NaN);
		expect(ruler.km).toBeGreaterThan(0);
	});

	it('survives a bench without anything on it', () => {
		const bare = new Ruler({ origins: [], places: [], missiles: [] }, words);
		bare.open = true;
		bare.step(1);
		bare.dragTo([1, 2], 3);
		expect([bare.km, bare.line, bare.targets]).toEqual([0, null, []]);
	});
});
