import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { MapScene } from '$lib/model/map-scene';
import Globe from './Globe.svelte';

const scene = (lon: number, lat: number): MapScene => ({
	view: { center: [lon, lat], km: [9000, 9000] },
	marks: [{ place: 'here', kind: 'named', at: [lon, lat], label: 'Here', focus: true }],
	areas: [],
	lines: [],
	rings: [],
	names: [],
	territories: [],
	night: false
});
const props = {
	scene: scene(-80, 22),
	key: 'first',
	view: scene(-80, 22).view,
	free: { x: 0, y: 0, width: 400, height: 300 },
	obstacles: [],
	still: '/maps/first.svg',
	describedBy: 'sentence',
	reducedMotion: true,
	failed: 'The moving map could not be loaded.'
};
const stage = () => {
	const box = document.createElement('div');
	box.style.cssText = 'position:relative;width:400px;height:300px';
	document.body.append(box);
	return box;
};
const settled = (box: HTMLElement) => box.querySelector('[data-map]')?.getAttribute('data-settled');

afterEach(() => vi.restoreAllMocks());

describe('the map', () => {
	it('draws land, the mark and its label, and then stands still', async () => {
		const target = stage();
		await render(Globe, { target, props });
		await expect.poll(() => settled(target)).toBe('true');
		expect(target.querySelector('.land')?.getAttribute('d')?.length).toBeGreaterThan(500);
		const label = target.querySelector('[data-label="here"]');
		expect(label?.textContent).toBe('Here');
		expect(target.querySelector('[data-mark="here"]')?.getAttribute('data-focus')).toBe('true');
	});

	it('goes to the next scene, and says which one it shows', async () => {
		const target = stage();
		const { rerender } = await render(Globe, { target, props });
		await expect.poll(() => settled(target)).toBe('true');
		const before = target.querySelector('.land')?.getAttribute('d');
		await rerender({
			...props,
			scene: scene(100, 30),
			view: scene(100, 30).view,
			key: 'second'
		});
		await expect
			.poll(() => target.querySelector('[data-map]')?.getAttribute('data-beat-shown'))
			.toBe('second');
		await expect.poll(() => settled(target)).toBe('true');
		expect(target.querySelector('.land')?.getAttribute('d')).not.toBe(before);
	});

	it.each([
		['does not come', () => Promise.reject(new TypeError('offline'))],
		['is missing', () => Promise.resolve(new Response('gone', { status: 404 }))],
		['is damaged', () => Promise.resolve(new Response('{"type":"Topology","arcs":[['))],
		['is of another kind', () => Promise.resolve(new Response('{"type":"Topology"}'))]
	])('shows the still map and a sentence when its data %s', async (_, answer) => {
		vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
		const target = stage();
		await render(Globe, { target, props });
		await expect
			.poll(() => target.querySelector('img')?.getAttribute('src'))
			.toBe('/maps/first.svg');
		expect(target.querySelector('[role="status"]')?.textContent).toBe(props.failed);
		await expect.poll(() => settled(target)).toBe('true');
	});

	it('survives a stage without size', async () => {
		const target = stage();
		target.style.cssText = 'position:relative;width:0;height:0';
		await render(Globe, { target, props: { ...props, free: null } });
		await new Promise((done) => setTimeout(done, 100));
		expect(target.querySelector('[data-map]')).not.toBeNull();
	});
});
