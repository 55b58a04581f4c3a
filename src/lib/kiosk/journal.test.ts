import { describe, expect, it } from 'vitest';
import { Journal } from './journal';

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
	});

	it.each([
		'',
		'null',
		'7',
		'{"day":1}',
		'{"day":"x","visits":-1,"faults":[]}',
		'{"day":"x","visits":1,"faults":[7]}'
	])('starts empty when what was kept is damaged: %s', (text) => {
		const journal = new Journal(shelf(text), NOON);
		expect(journal.visits(NOON)).toBe(0);
		expect(journal.faults).toEqual([]);
	});
});
