import { afterEach, expect, it, vi } from 'vitest';
import { cards } from './cards';

let stop: ReturnType<ReturnType<typeof cards>>;

afterEach(() => {
	stop?.();
	document.body.replaceChildren();
});

/** Two cards, the first of which names the second. */
function page(onopen: (id: string | null) => void): HTMLElement {
	const root = document.createElement('div');
	root.innerHTML = `
		<a href="#person-guevara">Guevara</a>
		<dialog class="card" id="person-guevara">
			<a href="#place-havana">Havana</a> <button data-close>Close</button>
		</dialog>
		<dialog class="card" id="place-havana"><button data-close>Close</button></dialog>`;
	document.body.append(root);
	stop = cards({ onopen, onleave: () => {} })(root);
	return root;
}

it('opens a card from a card, and says that the second is open', async () => {
	const onopen = vi.fn();
	const root = page(onopen);
	root.querySelector('a')?.click();
	root.querySelector<HTMLElement>('dialog a')?.click();
	// The browser tells of the first card's end in a task of its own.
	await new Promise((done) => setTimeout(done, 50));
	expect(onopen).toHaveBeenLastCalledWith('place-havana');
	root.querySelector<HTMLElement>('#place-havana [data-close]')?.click();
	await expect.poll(() => onopen.mock.lastCall).toEqual([null]);
});
