import { afterEach, expect, it, vi } from 'vitest';
import type { Cards } from '$lib/model/card';
import { openLinks } from './links';
import { Sheet } from './sheet';

const STORY = 'https://example.org/telegram/';
const CARDS: Cards = {
	'person-guevara': { title: 'Che Guevara', kicker: 'Minister', text: 'Argentine.', html: '' }
};

afterEach(() => {
	vi.restoreAllMocks();
	document.body.replaceChildren();
});

/** A frame on the server that has the story, with its steps “rumour” and “answer”. */
function frame(load: () => Promise<Cards> = () => Promise.resolve(CARDS)) {
	document.body.innerHTML = `
		<div data-story="${STORY}">
			<a target="_blank" href="/#rumour">Telegram 1856</a>
			<a href="/#answer">another step</a> <a href="/#october">a passage elsewhere</a>
			<a href="/people/#guevara">Guevara</a> <a href="https://example.com/">a work</a>
			<dialog data-sheet><p data-sheet-kicker></p><h2 data-sheet-title></h2><p data-sheet-text></p></dialog>
			<template data-read-on>Read on at {address}</template>
		</div>`;
	const element = document.querySelector<HTMLElement>('[data-story]');
	if (!element) throw new Error('The frame is missing.');
	const open = vi.spyOn(window, 'open').mockReturnValue({} as Window);
	const turnTo = vi.fn((id: string) => ['rumour', 'answer'].includes(id));
	openLinks(element, { sheet: new Sheet(element), load, turnTo });
	const click = (text: string) =>
		[...element.querySelectorAll('a')].find(({ textContent }) => textContent === text)?.click();
	return { open, click, sheet: () => element.querySelector('dialog')?.textContent };
}

it('the way to the story leads there, also from the passage that it names', () => {
	const { open, click } = frame();
	click('Telegram 1856');
	expect(open).toHaveBeenCalledExactlyOnceWith(`${location.origin}/#rumour`, '_blank');
});

it('a step of the frame is turned to, a passage of the story and a work open outside', () => {
	const { open, click } = frame();
	click('another step');
	expect(open).not.toHaveBeenCalled();
	click('a passage elsewhere');
	click('a work');
	expect(open.mock.calls.map(([address]) => address)).toEqual([
		`${STORY}#october`,
		'https://example.com/'
	]);
});

it('a name opens its card inside', async () => {
	const { open, click, sheet } = frame();
	click('Guevara');
	await expect.poll(sheet).toContain('Argentine.');
	expect(open).not.toHaveBeenCalled();
});

it('a name whose card does not come opens its entry on the site', async () => {
	const { open, click } = frame(() => Promise.reject(new Error('no network')));
	click('Guevara');
	await expect.poll(() => open.mock.lastCall?.[0]).toBe(`${STORY}people/#guevara`);
});
