import { describe, expect, it } from 'vitest';
import { hoursAndMinutes, readReport } from './report';

const NOTHING = { damaged: [], missing: [], extra: [] };

describe('readReport', () => {
	it('knows a folder in order', () => {
		expect(readReport({ manifest: { ok: true, ...NOTHING }, uptime: 5000 })).toEqual({
			files: NOTHING,
			uptime: 5000
		});
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
