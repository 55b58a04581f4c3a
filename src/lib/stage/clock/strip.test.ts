import { describe, expect, it } from 'vitest';
import type { ClockMoment } from '$lib/model/story';
import { litBy, place } from './strip';

const moment = (fromHour: number | null, toHour: number | null): ClockMoment => ({
	id: 'x',
	fromHour,
	toHour,
	basis: 'unknown',
	label: ''
});

describe('the clock strip', () => {
	it('puts hours in order and inside the strip', () => {
		const at = [12, 19, 21, 24, 30, 39.5, 60].map(place);
		expect([...at].sort((a, b) => a - b)).toEqual(at);
		expect(Math.min(...at)).toBeGreaterThan(0);
		expect(Math.max(...at)).toBeLessThan(100);
	});

	it('lights a point for a known hour and a stretch where only the order is known', () => {
		expect(litBy(moment(24, 24))).toEqual({ kind: 'point', at: place(24) });
		expect(litBy(moment(19, 24))).toEqual({ kind: 'stretch', from: place(19), to: place(24) });
	});

	it('lights nothing for a time outside the evening', () => {
		expect(litBy(moment(null, null))).toBeNull();
		expect(litBy(undefined)).toBeNull();
	});
});
