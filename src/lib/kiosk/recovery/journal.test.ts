import { describe, expect, it } from 'vitest';
import { Journal, readTold } from './journal';

const NOON = new Date('2026-05-04T12:00:00').getTime();
const DAY = 24 * 3_600_000;

function shelf(text: string | null = null) {
	let kept = text;
	const storage = {
		getItem: () => kept,
		setItem: (_: string, value: string) => {
			kept = value;
		}
	} as unknown as Storage;
	return () => storage;
}

const denied = (): Storage => {
	throw new DOMException('denied', 'SecurityError');
};

describe('Journal', () => {
	it('counts the visits of the day, over a reload', () => {
		const storage = shelf();
		const journal = new Journal(storage, NOON);
		journal.addVisit(NOON);
		journal.addVisit(NOON + 1000);
		expect(new Journal(storage, NOON + 2000).visits(NOON + 2000)).toBe(2);
		expect(journal.visits(NOON + DAY)).toBe(0);
		journal.addVisit(NOON + DAY);
		expect(journal.visits(NOON + DAY)).toBe(1);
	});

	it('keeps the last five errors, and none as long as a book', () => {
		const journal = new Journal(shelf(), NOON);
		for (let i = 1; i <= 7; i += 1) journal.addFault(new TypeError(`no. ${i}`), NOON + i);
		journal.addFault('x'.repeat(9999), NOON);
		expect(journal.faults).toHaveLength(5);
		expect(journal.faults[0]?.what).toBe('TypeError: no. 4');
		expect(journal.faults.at(-1)?.what.length).toBeLessThanOrEqual(300);
	});

	it('works without storage', () => {
		const journal = new Journal(denied, NOON);
		journal.addVisit(NOON);
		journal.addFault('broken', NOON);
		expect(journal.visits(NOON)).toBe(1);
		expect(journal.faults).toHaveLength(1);
		expect(journal.lasts).toBe(false);
	});

	it('tells the supervisor’s name for the browser, or over every reload the tab’s own', () => {
		const storage = shelf();
		const journal = new Journal(storage, NOON);
		expect(journal.lasts).toBe(true);
		expect(journal.tell('?diag=55&start=abc', NOON).start).toBe('abc');
		const { start } = journal.tell('?diag=55', NOON);
		expect(start).not.toBe('');
		expect(new Journal(storage, NOON).tell('', NOON).start).toBe(start);
		expect(new Journal(shelf(), NOON).tell('', NOON).start).not.toBe(start);
	});

	it('tells visits and errors, short ones with their time', () => {
		const journal = new Journal(shelf(), NOON);
		journal.addVisit(NOON);
		journal.addFault(new TypeError('no map here'), NOON);
		journal.addFault('x'.repeat(9999), NOON + 1000);
		const { visits, errors } = journal.tell('', NOON);
		expect(visits).toBe(1);
		expect(errors[1]).toHaveLength(200);
		expect(readTold(errors[0] ?? '')).toEqual({ at: NOON, what: 'TypeError: no map here' });
		expect(readTold(errors[1] ?? '').at).toBe(NOON + 1000);
	});

	it.each([
		'TypeError: no time',
		'12 o’clock',
		'',
		'2026 was a year',
		'2026-99-99T00:00:00.000Z x'
	])('leaves an error without a time as it is: %s', (error) => {
		expect(readTold(error)).toEqual({ at: null, what: error });
	});

	it('tells an error of a clock that is out of all bounds', () => {
		const journal = new Journal(shelf(), NOON);
		journal.addFault('broken', Number.MAX_VALUE);
		expect(journal.tell('', NOON).errors[0]).toContain('broken');
	});

	it.each([
		'',
		'null',
		'7',
		'{"tab":"a","day":1}',
		'{"tab":"a","day":"x","visits":-1,"faults":[]}',
		'{"tab":"a","day":"x","visits":1,"faults":[7]}',
		'{"day":"x","visits":1,"faults":[]}'
	])('starts empty when what was kept is damaged: %s', (text) => {
		const journal = new Journal(shelf(text), NOON);
		expect(journal.visits(NOON)).toBe(0);
		expect(journal.faults).toEqual([]);
	});
});
