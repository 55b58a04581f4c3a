import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Pictures } from '$lib/model/pictures';
import type { Scene } from '$lib/model/story';
import SpineHarness from './SpineHarness.svelte';

const pictures = {
	evidence: {
		paragraphs: [
			{
				label: '¶1',
				words: 60,
				beats: [
					{ id: 'first', words: 30 },
					{ id: 'second', words: 30 }
				],
				claims: [
					{ id: 'one', beat: 'first', mark: 'confirmed', quote: 'out of town', from: 4, words: 3 },
					{ id: 'two', beat: 'second', mark: 'disputed', quote: 'all of them', from: 40, words: 3 }
				]
			}
		],
		absent: ['Mao']
	},
	words: {
		lang: 'en',
		evidenceTitle: 'How sure can we be?',
		evidenceSpine: 'Read so far: {n} of {total}',
		evidenceTally: '{n} weighed',
		evidenceAbsent: 'Never named',
		noteLabel: '{mark}, {quote}',
		markConfirmed: 'Confirmed',
		markProbable: 'Probable',
		markOnlyThisTelegram: 'Alone',
		markDisputed: 'Disputed',
		markContradicted: 'Contradicted'
	}
} as unknown as Pictures;
const order = ['cover', 'first', 'second'];

const spine = () => page.getByRole('button', { name: 'Read so far' });
const panel = () => page.getByRole('dialog', { name: 'How sure can we be?' });
const claim = (name: string) => page.getByRole('link', { name });

async function show(beat: string) {
	const onchoose = vi.fn<(beat: number) => void>();
	const scene = { beat } as Scene;
	await render(SpineHarness, { props: { pictures, order, scene, onchoose } });
	return onchoose;
}

beforeEach(() => page.viewport(1366, 768));

it('says how many claims are read, and is a target that a finger hits', async () => {
	await show('first');
	await expect.element(spine()).toHaveAccessibleName('Read so far: 1 of 2');
	expect(spine().element().getBoundingClientRect().width).toBeGreaterThanOrEqual(24);
});

it('is not there on the cover', async () => {
	await show('cover');
	await expect.element(spine()).not.toBeInTheDocument();
});

it('is pulled open by the keyboard, closes with Esc, and gives the focus back', async () => {
	await show('first');
	(spine().element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	await expect.element(panel()).toBeVisible();
	await expect.element(claim('Confirmed, out of town')).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(panel()).not.toBeInTheDocument();
	await expect.element(spine()).toHaveFocus();
});

it('closes by its button and by a tap beside it', async () => {
	await show('first');
	await spine().click();
	await page.getByRole('button', { name: 'Close' }).click();
	await expect.element(panel()).not.toBeInTheDocument();
	await spine().click();
	await panel().click({ position: { x: 10, y: 300 } });
	await expect.element(panel()).not.toBeInTheDocument();
});

it('leads to the passage of the words that are chosen', async () => {
	const onchoose = await show('first');
	await spine().click();
	await claim('Disputed, all of them').click();
	expect(onchoose).toHaveBeenCalledExactlyOnceWith(2);
	await expect.element(panel()).not.toBeInTheDocument();
});

it('is no line on a phone, where it would lie under the thumb; the panel opens all the same', async () => {
	await page.viewport(390, 844);
	await show('second');
	await expect.element(spine()).not.toBeInTheDocument();
	await page.getByRole('button', { name: 'From the menu' }).click();
	await expect.element(claim('Confirmed, out of town')).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByRole('button', { name: 'From the menu' })).toHaveFocus();
});
