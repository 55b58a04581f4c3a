import { expect, test } from '@playwright/test';
import { soak } from '../../scripts/soak.mjs';

test(
	'fifty random visits leave nothing behind: no heap, no nodes, no listeners, no error, the same first screen',
	{ tag: '@full' },
	async ({ baseURL }) => {
		test.setTimeout(240_000);
		const { visits, problems } = await soak({ url: `${baseURL}/`, visits: 50 });
		expect(problems).toEqual([]);
		expect(visits).toBe(50);
	}
);
