import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Languages from './Languages.svelte';

const label = 'Language';

describe('the language buttons', () => {
	it('are equal, each in its own words, and say which is in use', async () => {
		const onlanguage = vi.fn();
		const screen = await render(Languages, {
			label,
			codes: ['es', 'en'],
			current: 'en',
			onlanguage
		});
		const spanish = screen.getByRole('button', { name: 'Español' });
		const english = screen.getByRole('button', { name: 'English' });
		await expect.element(english).toHaveAttribute('aria-pressed', 'true');
		await expect.element(spanish).toHaveAttribute('lang', 'es');
		await spanish.click();
		await english.click();
		expect(onlanguage.mock.calls).toEqual([['es']]);
	});

	it('are not there when there is nothing to choose', async () => {
		const screen = await render(Languages, {
			label,
			codes: ['en'],
			current: 'en',
			onlanguage: () => {}
		});
		expect(screen.container.querySelector('button')).toBeNull();
	});
});
