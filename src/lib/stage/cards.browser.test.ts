import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { Card, Cards } from '$lib/model/card';
import CardsHarness from './CardsHarness.svelte';

const card = (title: string, html: string): Card => ({ title, kicker: '', text: '', html });
const CARDS: Cards = {
	'person-guevara': card(
		'Guevara',
		'<h3 id="person-guevara-name">Guevara</h3><a href="places/#havana">Havana</a><a href="#rumour">¶2</a>'
	),
	'place-havana': card('Havana', '<h3 id="place-havana-name">Havana</h3>')
};

let made: ReturnType<typeof mount> | undefined;

afterEach(async () => {
	if (made) await unmount(made);
	document.body.replaceChildren();
	history.replaceState(null, '', location.pathname);
});

/** A page with two names. */
function page(load: () => Promise<Cards> = () => Promise.resolve(CARDS)) {
	const said = { onopen: vi.fn(), onleave: vi.fn(), openPage: vi.fn(), onnear: vi.fn() };
	made = mount(CardsHarness, { target: document.body, props: { load, ...said } });
	flushSync();
	const find = (what: string) => document.querySelector<HTMLElement>(what);
	return { ...said, find, open: () => document.querySelector('dialog[open]')?.id ?? null };
}

it('opens a card from a name, and another from a card in its place', async () => {
	const { find, open, onopen } = page();
	find('[href="people/#guevara"]')?.click();
	await expect.poll(open).toBe('person-guevara');
	find('dialog [href="places/#havana"]')?.click();
	await expect.poll(open).toBe('place-havana');
	expect(document.activeElement).toBe(find('dialog'));
	find('[data-close]')?.click();
	await expect.poll(open).toBeNull();
	await expect
		.poll(() => onopen.mock.calls.flat())
		.toEqual(['person-guevara', 'place-havana', null]);
});

it('says which link leads out of the card, and closes', async () => {
	const { find, open, onleave } = page();
	find('[href="people/#guevara"]')?.click();
	await expect.poll(open).toBe('person-guevara');
	find('dialog [href="#rumour"]')?.click();
	expect(onleave.mock.calls[0]?.[0].getAttribute('href')).toBe('#rumour');
	expect(open()).toBeNull();
});

it.each([
	['does not come', () => Promise.reject(new Error('no network'))],
	['lacks the card', () => Promise.resolve({})]
])('opens the page of the entry when the file %s', async (_, load) => {
	const { find, open, openPage } = page(load);
	find('[href="people/#guevara"]')?.click();
	await expect.poll(() => openPage.mock.calls).toEqual([['people/#guevara']]);
	expect(open()).toBeNull();
});

it('opens the name chosen last when the file comes late', async () => {
	let come: (cards: Cards) => void = () => {};
	const coming = new Promise<Cards>((resolve) => (come = resolve));
	const { find, open, onopen } = page(() => coming);
	find('[href="people/#guevara"]')?.click();
	find('[href="places/#havana"]')?.click();
	come(CARDS);
	await expect.poll(open).toBe('place-havana');
	expect(onopen.mock.calls).toEqual([['place-havana']]);
});

it('leaves a click with Ctrl to the browser, which opens the page in a new tab', () => {
	const { find, open } = page();
	const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
	// The test itself does not go there.
	document.body.addEventListener('click', (event) => event.preventDefault(), { once: true });
	let prevented = true;
	find('.page')?.addEventListener('click', (event) => (prevented = event.defaultPrevented));
	find('[href="people/#guevara"]')?.dispatchEvent(click);
	expect(prevented).toBe(false);
	expect(open()).toBeNull();
});

it('leaves the names of a translated page to the browser: the page of the entry is translated too', () => {
	const { find, open } = page();
	document.documentElement.classList.add('translated-ltr');
	let prevented = true;
	document.body.addEventListener(
		'click',
		(event) => {
			prevented = event.defaultPrevented;
			event.preventDefault();
		},
		{ once: true }
	);
	find('[href="people/#guevara"]')?.click();
	document.documentElement.classList.remove('translated-ltr');
	expect(prevented).toBe(false);
	expect(open()).toBeNull();
});

it('leads from the card to the page of the entry', async () => {
	const { find, open, onopen } = page();
	find('[href="people/#guevara"]')?.click();
	await expect.poll(open).toBe('person-guevara');
	let followed = '';
	document.body.addEventListener(
		'click',
		(event) => {
			if (!event.defaultPrevented && event.target instanceof HTMLAnchorElement) {
				followed = event.target.getAttribute('href') ?? '';
			}
			event.preventDefault();
		},
		{ once: true }
	);
	find('[data-page]')?.click();
	expect(followed).toBe('people/#guevara');
	expect(onopen).toHaveBeenCalledOnce();
});

it('fetches the file when a pointer nears a name, and opens what the address names', async () => {
	location.hash = '#place-havana';
	const { find, open, onnear } = page();
	await expect.poll(open).toBe('place-havana');
	expect(onnear).not.toHaveBeenCalled();
	find('[href="people/#guevara"]')?.dispatchEvent(
		new PointerEvent('pointerover', { bubbles: true })
	);
	expect(onnear).toHaveBeenCalledOnce();
});
