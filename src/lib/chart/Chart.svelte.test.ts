import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { AltitudeChart, ZoneChart } from '$lib/model/chart/chart';
import Chart from './Chart.svelte';

const height = (id: string, km: number, focus: boolean) => ({
	id,
	km,
	focus,
	basis: 'records' as const,
	basisLabel: 'known from other records',
	value: `${km} km`,
	feet: 'feet',
	name: id
});
const altitude = (about: string): AltitudeChart => ({
	kind: 'altitude',
	id: 'heights',
	title: 'Heights',
	note: 'Heights only.',
	topKm: 22,
	scale: ['5', '10', '15', '20 km'],
	heights: [height('high', 20, about === 'high'), height('low', 1, about === 'low')],
	apart: '19 km apart',
	ground: 'treetops'
});
const zone = (id: string, times: string[]) => ({
	id,
	name: id,
	offset: 'UTC',
	days: [{ from: 0, to: 100, spot: 50, text: '22 Oct' }],
	times
});
const zones = (order: string[]): ZoneChart => ({
	kind: 'zones',
	id: 'night',
	title: 'Night',
	note: 'Both times are from other records.',
	stacked: false,
	hours: [10, 50, 90],
	zones: [zone('moscow', ['22:00', '02:00']), zone('washington', ['15:00', '19:00'])],
	events: [
		{ id: 'session', at: 10, zone: 'moscow', name: 'Session', focus: true },
		{ id: 'speech', at: 90, zone: 'washington', name: 'Speech', focus: false }
	],
	gap: '4 hours',
	telling: { order, name: 'As told' }
});

const all = (selector: string) => [...document.querySelectorAll(selector)];
const top = (element: Element | null | undefined) =>
	(element?.getBoundingClientRect() ?? new DOMRect()).top;

describe('the altitude chart', () => {
	it('stands to scale: 20 km is twenty times as far from the ground as 1 km', async () => {
		await render(Chart, { props: { chart: altitude('high') } });
		const ground = document.querySelector('.chart-sky')?.getBoundingClientRect().bottom ?? 0;
		const [high = 0, low = 0] = all('.chart-height .level').map((line) => ground - top(line));
		expect(low).toBeGreaterThan(5);
		expect(high / low).toBeCloseTo(20, 0);
	});

	it('has one red height, and the red moves with the beat', async () => {
		const { rerender } = await render(Chart, { props: { chart: altitude('high') } });
		const red = () =>
			all('.chart-height[data-focus="true"] .value').map(({ textContent }) => textContent);
		expect(red()).toEqual(['20 km']);
		await rerender({ chart: altitude('low') });
		expect(red()).toEqual(['1 km']);
	});
});

describe('the clocks', () => {
	it('point from the speech back to the session when that is the order told', async () => {
		const { rerender } = await render(Chart, { props: { chart: zones(['speech', 'session']) } });
		const line = () => document.querySelector('.telling line');
		expect(line()?.getAttribute('x1')).toBe('90%');
		expect(line()?.getAttribute('x2')).toBe('10%');
		await rerender({ chart: zones(['session', 'speech']) });
		expect(line()?.getAttribute('x2')).toBe('90%');
	});

	it('mark the clock of the place where each event happened', async () => {
		await render(Chart, { props: { chart: zones(['speech', 'session']) } });
		expect(all('.time.here').map(({ textContent }) => textContent?.trim())).toEqual([
			'22:00',
			'19:00'
		]);
	});
});

describe('a chart', () => {
	it('is a figure with a caption among the words, and silent on the stage', async () => {
		const { rerender } = await render(Chart, { props: { chart: altitude('high') } });
		expect(document.querySelector('figure > figcaption')?.textContent).toBe('Heights');
		await rerender({ chart: altitude('high'), sheet: true });
		expect(document.querySelector('figure')).toBeNull();
		expect(document.querySelector('[data-chart-sheet]')?.getAttribute('aria-hidden')).toBe('true');
	});
});
