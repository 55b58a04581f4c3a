import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { BeatRuler } from '$lib/model/ruler';
import type { Story } from '$lib/model/story';
import { bench, words } from './range.fixture';
import RangeHarness from './RangeHarness.svelte';

const beat = (id: string, ruler: BeatRuler | null) => ({
	id,
	section: 's03',
	people: {},
	words: 100,
	map: {},
	panel: null,
	ruler,
	clock: 'talk',
	told: null
});
const story = {
	lang: 'en',
	sections: [{ id: 's03', number: 3, title: 'Three', beats: ['answer', 'october', 'quiet'] }],
	beats: [
		beat('answer', { from: 'ussr', to: 'usa' }),
		beat('october', { from: 'sagua', to: 'usa' }),
		beat('quiet', null)
	],
	people: [],
	ruler: bench
} as unknown as Story;

const button = () => page.getByRole('button', { name: /How far\?/ });
const end = () => page.getByRole('slider', { name: 'Where the ruler ends' });
const heard = () => page.getByRole('status');
const line = () => JSON.parse(document.querySelector('[data-line]')?.textContent ?? '') as unknown;
const reaching = (missile: string) =>
	document.querySelector(`[data-missile="${missile}"]`)?.getAttribute('data-reaching');

async function openBench(at = 0) {
	const screen = await render(RangeHarness, { props: { story, words, beat: at } });
	await button().click();
	await expect.element(end()).toBeVisible();
	return screen;
}

describe('the range bench', () => {
	it('is opened by a button that says so, with the end of the ruler in hand', async () => {
		await render(RangeHarness, { props: { story, words, beat: 0 } });
		await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
		expect(line()).toBeNull();
		await button().click();
		await expect.element(end()).toHaveFocus();
		await expect.element(button()).toHaveAttribute('aria-expanded', 'true');
		expect(line()).toEqual({ from: [40.58, 62.93], to: [-77.04, 38.9] });
	});

	it('reads out the distance and what could reach that far', async () => {
		await openBench();
		await expect
			.element(heard())
			.toHaveTextContent(
				'Plesetsk to Washington: 7,421 km (4,611 miles). Could reach that far: R-7. ' +
					'Only by the highest published figures, or beyond a figure that is given as “at least”: ATLAS. ' +
					'Not that far: THOR and R-12.'
			);
		expect(['r-7', 'atlas', 'thor'].map(reaching)).toEqual(['yes', 'perhaps', 'no']);
	});

	it('goes from place to place with the keys of a slider', async () => {
		await openBench();
		await expect.element(end()).toHaveAttribute('aria-valuetext', 'Washington, 7,421 km');
		await expect.element(end()).toHaveAttribute('aria-valuenow', '7421');
		await userEvent.keyboard('{ArrowLeft}');
		await expect.element(end()).toHaveAttribute('aria-valuetext', 'Moscow, 816 km');
		await userEvent.keyboard('{End}');
		await expect.element(end()).toHaveAttribute('aria-valuetext', 'Sagua la Grande, 9,174 km');
		await userEvent.keyboard('{Home}{ArrowRight}');
		await expect.element(end()).toHaveAttribute('aria-valuetext', 'Washington, 7,421 km');
	});

	it('measures from the origin and to the place that the reader chooses', async () => {
		await openBench();
		await page.getByRole('radio', { name: 'Cuba' }).click();
		await expect.element(heard()).toHaveTextContent(/^Sagua la Grande to Washington: 1,820 km/);
		await page.getByRole('combobox', { name: 'To' }).selectOptions('moscow');
		await expect.element(heard()).toHaveTextContent(/^Sagua la Grande to Moscow/);
		expect(line()).toEqual({ from: [-80, 22.73], to: [37.62, 55.75] });
	});

	it('does not chatter while the ruler moves', async () => {
		await openBench();
		await expect.element(heard()).toHaveTextContent(/^Plesetsk to Washington/);
		const said: string[] = [];
		const status = document.querySelector('[data-heard]');
		const watch = new MutationObserver(() => said.push(status?.textContent ?? ''));
		if (status) watch.observe(status, { childList: true, characterData: true, subtree: true });
		await userEvent.keyboard('{ArrowLeft}{ArrowRight}{ArrowLeft}{End}');
		await expect.element(heard()).toHaveTextContent(/^Plesetsk to Sagua la Grande/);
		watch.disconnect();
		expect(new Set(said).size).toBe(1);
	});

	it('is put away with Escape, and the button has the focus again', async () => {
		await openBench();
		await userEvent.keyboard('{Escape}');
		await expect.element(button()).toHaveFocus();
		await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
		expect(line()).toBeNull();
	});

	it('lies anew at every beat about missiles, and is gone at the others', async () => {
		const { rerender } = await openBench();
		await rerender({ story, words, beat: 1 });
		await expect.element(page.getByRole('radio', { name: 'Cuba' })).toBeChecked();
		await rerender({ story, words, beat: 2 });
		await expect.element(button()).not.toBeInTheDocument();
		expect(line()).toBeNull();
	});
});
