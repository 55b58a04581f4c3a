import { describe, expect, it } from 'vitest';
import { people } from './people.fixture';
import { layTable } from './seats';

describe('layTable', () => {
	it('keeps every seat in place, so that nobody moves when the speaker changes', () => {
		const before = layTable(people, { mikoyan: 'present' });
		const after = layTable(people, { mikoyan: 'addressed', guevara: 'speaking', fidel: 'absent' });
		expect(before.cuban).toHaveLength(1);
		expect(before.cuban[0]?.state).toBeNull();
		expect(after.cuban[0]?.state).toBe('speaking');
		expect(after.chair[0]?.state).toBe('absent');
	});

	it('shows those spoken of only in the beat that speaks of them', () => {
		expect(layTable(people, { mikoyan: 'speaking' }).away).toHaveLength(0);
		expect(layTable(people, { kennedy: 'mentioned' }).away).toHaveLength(1);
	});

	it('is not laid before the evening begins', () => {
		expect(layTable(people, {}).laid).toBe(false);
		expect(layTable(people, { mikoyan: 'mentioned' }).laid).toBe(false);
		expect(layTable(people, { mikoyan: 'present' }).laid).toBe(true);
	});
});
