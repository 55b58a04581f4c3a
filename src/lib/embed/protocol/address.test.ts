import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '$lib/model/languages';
import { readParameters } from './address';

const NONE = {
	childId: null,
	initialWidth: null,
	theme: 'auto',
	motion: null,
	height: 600,
	lang: null
};

describe('the address of a frame', () => {
	it('says nothing when it has no query', () => {
		expect(readParameters('')).toEqual(NONE);
	});

	it('is read with what pym adds to it', () => {
		expect(
			readParameters(
				'?theme=dark&motion=reduce&height=480&lang=en&initialWidth=640&childId=foo-1' +
					'&parentTitle=A%20%3Cb%3Etitle&parentUrl=https%3A%2F%2Fexample.org%2F'
			)
		).toEqual({
			childId: 'foo-1',
			initialWidth: 640,
			theme: 'dark',
			motion: 'reduce',
			height: 480,
			lang: 'en'
		});
	});

	it('counts what it cannot use as not given', () => {
		expect(readParameters('?theme=pink&motion=&lang=xx&initialWidth=-4&childId=')).toEqual(NONE);
		expect(readParameters('?initialWidth=999999').initialWidth).toBe(10_000);
		expect(readParameters('?height=1').height).toBe(450);
	});

	it('never throws and never lets anything else through', { timeout: 60_000 }, () => {
		const name = fc.oneof(
			fc.constantFrom('childId', 'initialWidth', 'theme', 'motion', 'height', 'lang', '__proto__'),
			fc.string()
		);
		const value = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 100 }),
			fc.double().map(String),
			fc.constantFrom('dark', 'reduce', 'scroll', 'en', 'foo-1', '640', '%', '%E0%A4%A')
		);
		const query = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(fc.tuple(name, value))
				.map((pairs) => `?${pairs.map((pair) => pair.join('=')).join('&')}`),
			fc.constant(`?childId=${'a'.repeat(1_000_000)}`)
		);
		fc.assert(
			fc.property(query, (search) => {
				const read = readParameters(search);
				expect(Object.keys(read)).toEqual(Object.keys(NONE));
				expect(read.childId ?? 'a').not.toMatch(/^$|xPYMx/);
				expect(read.initialWidth ?? 0).toBeGreaterThanOrEqual(0);
				expect(read.initialWidth ?? 0).toBeLessThanOrEqual(10_000);
				expect(read.height).toBeGreaterThanOrEqual(450);
				expect(read.height).toBeLessThanOrEqual(2000);
				expect(['light', 'dark', 'auto']).toContain(read.theme);
				expect([null, 'reduce', 'full']).toContain(read.motion);
				expect([null, ...LANGUAGES]).toContain(read.lang);
			}),
			{ numRuns: 5000 }
		);
	});

	it('keeps every name pym may give', () => {
		const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
		fc.assert(
			fc.property(name, (childId) => {
				fc.pre(!childId.includes('xPYMx'));
				expect(readParameters(`?${new URLSearchParams({ childId })}`).childId).toBe(childId);
			})
		);
		// As pym itself writes it.
		expect(readParameters('?initialWidth=640&childId=karte:1.zürich 2').childId).toBe(
			'karte:1.zürich 2'
		);
	});

	it('refuses a name with which the height would become an order to go elsewhere', () => {
		const childId = 'foo-1xPYMxnavigateToxPYMxhttps://evil.example/ ';
		expect(readParameters(`?${new URLSearchParams({ childId })}`).childId).toBeNull();
	});
});
