import { describe, expect, it } from 'vitest';
import { daysOf, fullHours, isZone, localTime, share, utcName, widestGap } from './zones';

const SESSION = Date.parse('1962-10-22T19:00Z');
const SPEECH = Date.parse('1962-10-22T23:00Z');
const FROM = Date.parse('1962-10-22T18:00Z');
const TO = Date.parse('1962-10-23T00:00Z');

/** Hours and minutes on the clock of a zone. */
const shown = (at: number, tz: string) => {
	const { hour, minute } = localTime(at, tz);
	return [hour, minute].map((n) => String(n).padStart(2, '0')).join(':');
};

describe('clocks of October 1962', () => {
	it.each([
		['Europe/Moscow', 'UTC+3', '22:00', '02:00'],
		['America/New_York', 'UTC−4', '15:00', '19:00'],
		['America/Havana', 'UTC−5', '14:00', '18:00']
	])('%s is %s: the session at %s, the speech at %s', (tz, utc, session, speech) => {
		expect(utcName(localTime(SESSION, tz))).toBe(utc);
		expect(shown(SESSION, tz)).toBe(session);
		expect(shown(SPEECH, tz)).toBe(speech);
	});

	it('knows that in Moscow the speech is on the next day', () => {
		const day = (at: number) => localTime(at, 'Europe/Moscow').day;
		expect(day(SPEECH) - day(SESSION)).toBe(86_400_000);
		expect(daysOf(FROM, TO, 'Europe/Moscow')).toEqual([
			{ from: 0, to: 50, day: Date.UTC(1962, 9, 22) },
			{ from: 50, to: 100, day: Date.UTC(1962, 9, 23) }
		]);
		expect(daysOf(FROM, TO, 'America/Havana')).toHaveLength(1);
	});

	it('ends summer time in Washington on 28 October', () => {
		expect(localTime(Date.parse('1962-10-28T12:00Z'), 'America/New_York').offset).toBe(-5);
	});

	it('puts the hours on one time line', () => {
		expect(fullHours(FROM, TO)).toHaveLength(7);
		expect([FROM, SESSION, SPEECH, TO].map((at) => share(at, FROM, TO))).toEqual([
			0, 16.67, 83.33, 100
		]);
	});

	it('writes a date where no mark stands', () => {
		expect(widestGap({ from: 0, to: 50 }, [20, 80])).toBe(35);
		expect(widestGap({ from: 0, to: 100 }, [80, 20])).toBe(50);
		expect(widestGap({ from: 0, to: 10 }, [])).toBe(5);
	});

	it('says which zones exist', () => {
		expect([isZone('America/Havana'), isZone('America/Havanna')]).toEqual([true, false]);
	});
});
