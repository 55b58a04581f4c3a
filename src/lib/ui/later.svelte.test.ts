import { expect, it, vi } from 'vitest';
import { Later } from './later.svelte';

it('fetches components once, and asks again for what did not come', async () => {
	const fetch = vi
		.fn<() => Promise<{ Menu: string }>>()
		.mockRejectedValueOnce(new Error('no network'))
		.mockResolvedValue({ Menu: 'component' });
	const later = new Later(fetch);
	expect(later.parts).toBeNull();
	await expect(later.load()).rejects.toThrow('no network');
	expect(later.parts).toBeNull();
	await later.load();
	await later.load();
	expect(later.parts).toEqual({ Menu: 'component' });
	expect(fetch).toHaveBeenCalledTimes(2);
});
