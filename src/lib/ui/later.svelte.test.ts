import { expect, it, vi } from 'vitest';
import { Later } from './later.svelte';

it('fetches a component once, and asks again for one that did not come', async () => {
	const fetch = vi
		.fn<() => Promise<{ default: string }>>()
		.mockRejectedValueOnce(new Error('no network'))
		.mockResolvedValue({ default: 'component' });
	const later = new Later(fetch);
	expect(later.component).toBeNull();
	await expect(later.load()).rejects.toThrow('no network');
	expect(later.component).toBeNull();
	await later.load();
	await later.load();
	expect(later.component).toBe('component');
	expect(fetch).toHaveBeenCalledTimes(2);
});
