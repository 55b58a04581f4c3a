import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { PersonState, Story } from '$lib/model/story';
import { people } from '$lib/model/people.fixture';
import TableHarness from './TableHarness.svelte';

const beat = (id: string, states: Record<string, PersonState>) => ({
	id,
	section: 's01',
	people: states,
	words: 100,
	map: {},
	panel: null,
	clock: 'talk',
	told: null
});
const story = {
	sections: [{ id: 's01', number: 1, title: 'One', beats: ['a', 'b', 'c', 'd'] }],
	beats: [
		beat('a', { mikoyan: 'speaking', guevara: 'addressed', fidel: 'absent' }),
		beat('b', { mikoyan: 'present', guevara: 'speaking', fidel: 'absent', kennedy: 'mentioned' }),
		beat('c', { mikoyan: 'speaking', guevara: 'present', fidel: 'absent', cubans: 'addressed' }),
		beat('d', { mikoyan: 'speaking' })
	],
	people
} as unknown as Story;

const state = (id: string) =>
	document.querySelector(`[data-person="${id}"]`)?.getAttribute('data-state');

describe('the table', () => {
	it('lights who speaks and to whom, and says it in words', async () => {
		await render(TableHarness, { props: { story, beat: 0 } });
		expect(state('mikoyan')).toBe('speaking');
		expect(state('guevara')).toBe('addressed');
		expect(state('fidel')).toBe('absent');
		expect(document.querySelector('[data-person="mikoyan"]')?.textContent).toMatch(
			/mikoyan.*speaking/s
		);
	});

	it('says of the side that it is addressed where all of it is, and lights none of its people', async () => {
		const { rerender } = await render(TableHarness, { props: { story, beat: 2 } });
		const cubans = document.querySelector('.cubans');
		const soviets = document.querySelector('.soviets');
		expect(cubans?.textContent).toContain('Cubans, addressed');
		expect(cubans?.classList).toContain('addressed');
		expect(state('guevara')).toBe('present');
		expect(soviets?.textContent).not.toContain('Soviets,');
		await rerender({ story, beat: 1 });
		expect(cubans?.textContent).not.toContain('addressed');
	});

	it('has no heading over places that nobody has yet', async () => {
		const { rerender } = await render(TableHarness, { props: { story, beat: 3 } });
		const headings = () =>
			[...document.querySelectorAll('.side > p')].map((heading) => [
				heading.textContent,
				heading.checkVisibility({ visibilityProperty: true })
			]);
		expect(headings()).toEqual([
			['Soviets', true],
			['Cubans', false],
			['Empty chairs', false]
		]);
		await rerender({ story, beat: 0 });
		expect(headings().every(([, seen]) => seen)).toBe(true);
	});

	it('sets apart who is only spoken of, and only then', async () => {
		const { rerender } = await render(TableHarness, { props: { story, beat: 0 } });
		expect(state('kennedy')).toBeUndefined();
		await rerender({ story, beat: 1 });
		expect(state('kennedy')).toBe('mentioned');
		expect(document.querySelector('.away [data-person="kennedy"]')).not.toBeNull();
	});
});
