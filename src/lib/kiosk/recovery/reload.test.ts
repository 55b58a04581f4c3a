import { beforeEach, describe, expect, it, vi } from 'vitest';
import { always, pageReloader } from './reload';

let now = 0;
let network = true;
const reload = vi.fn();
let ask: ReturnType<typeof pageReloader>;

beforeEach(() => {
	vi.clearAllMocks();
	[now, network] = [0, true];
	ask = pageReloader({ now: () => now, isReachable: async () => network, reload });
});

describe('a page that should start afresh', () => {
	it('does so once, however often it is asked', async () => {
		await Promise.all([ask(always), ask(always)]);
		now = 19_000;
		await ask(always);
		expect(reload).toHaveBeenCalledTimes(1);
	});

	it('stays where it cannot be had, and looks again after five seconds', async () => {
		network = false;
		await ask(always);
		network = true;
		now = 4000;
		await ask(always);
		expect(reload).not.toHaveBeenCalled();
		now = 5000;
		await ask(always);
		expect(reload).toHaveBeenCalledTimes(1);
	});

	it('stays for a visitor who came while it was asked for', async () => {
		let free = true;
		const asked = ask(() => free);
		free = false;
		await asked;
		expect(reload).not.toHaveBeenCalled();
	});
});
