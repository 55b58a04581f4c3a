import { describe, expect, it } from 'vitest';
import { inView } from './view';

const cuba = { center: [-79.6, 21.9], km: [1320, 620] } as const;

describe('inView', () => {
	it('knows what lies in the box and what beside it', () => {
		expect(inView(cuba, [-82.36, 23.14])).toBe(true);
		expect(inView(cuba, [-77.34, 25.05])).toBe(false);
		expect(inView(cuba, [-79.6, 21.9])).toBe(true);
	});

	it('never takes the far side for the near one', () => {
		expect(inView({ center: [-72, 20], km: [20015, 20015] }, [108, -20])).toBe(false);
	});

	it('works across the antimeridian', () => {
		expect(inView({ center: [179, 0], km: [1000, 1000] }, [-179, 0])).toBe(true);
	});
});
