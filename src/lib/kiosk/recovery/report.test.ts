import { describe, expect, it } from 'vitest';
import { hoursAndMinutes, readReport } from './report';

const NOTHING = { damaged: [], missing: [], extra: [] };

describe('readReport', () => {
	it('knows a folder in order', () => {
		expect(readReport({ manifest: { ok: true, ...NOTHING }, uptime: 5000 })).toEqual({
			files: NOTHING,
			why: null,
			uptime: 5000,
			visits: null,
			errors: null,
			supervisor: null
		});
	});

	it('says why the files could not be checked', () => {
		const message = 'manifest.json is missing.';
		expect(readReport({ manifest: null, message, uptime: 5000 })).toMatchObject({
			files: null,
			why: message
		});
		expect(readReport({ uptime: 5000 })).toMatchObject({ files: null, why: null });
	});

	it('knows the visits, the errors, and the last restart', () => {
		const supervisor = {
			failures: 2,
			lastFailure: 'No heartbeat for 8 seconds.',
			lastFailureAt: '2026-05-04T12:00:00.000Z'
		};
		expect(readReport({ uptime: 5, visits: 12, errors: ['one'], supervisor })).toMatchObject({
			visits: 12,
			errors: ['one'],
			supervisor: {
				failures: 2,
				last: { at: Date.UTC(2026, 4, 4, 12), why: 'No heartbeat for 8 seconds.' }
			}
		});
		expect(
			readReport({ uptime: 5, supervisor: { ...supervisor, lastFailureAt: 'yesterday' } })
				?.supervisor?.last?.at
		).toBeNull();
		expect(
			readReport({ uptime: 5, supervisor: { failures: 0, lastFailure: null } })?.supervisor
		).toEqual({ failures: 0, last: null });
	});

	it('names what is damaged, missing and foreign', () => {
		const manifest = { ok: false, damaged: ['index.html'], missing: ['geo/world.json'], extra: [] };
		expect(readReport({ manifest })?.files).toEqual({
			damaged: ['index.html'],
			missing: ['geo/world.json'],
			extra: []
		});
	});

	it('does not call a folder good that is not, though no file is named', () => {
		expect(readReport({ manifest: { ok: false } })?.files?.damaged).toEqual(['?']);
	});

	it.each([null, 7, 'ok', {}, [], { manifest: 'ok' }])('is none of ours: %j', (answer) => {
		expect(readReport(answer)).toBeNull();
	});
});

it('tells hours and minutes', () => {
	expect(hoursAndMinutes(3_600_000 * 26 + 61_000)).toEqual({ h: 26, m: 1 });
});
