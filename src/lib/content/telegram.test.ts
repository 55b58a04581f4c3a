import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareWithSource, parseTelegram } from './telegram';

const runs = (text: string) => parseTelegram(`## p01\n\n### one\n\n${text}`).passages[0]?.runs;

describe('parseTelegram', () => {
	it('keeps every character between the markup', () => {
		const text = 'by [U-2s](term:u-2), **very [high](term:overflight) up.**';
		expect(
			runs(text)
				?.map((run) => run.text)
				.join('')
		).toBe('by U-2s, very high up.');
	});

	it('finds links and phrases, also one in the other', () => {
		expect(runs('a **b [c](person:roa) d** e')).toEqual([
			{ text: 'a ' },
			{ text: 'b ', phrase: true },
			{ text: 'c', phrase: true, card: 'person-roa' },
			{ text: ' d', phrase: true },
			{ text: ' e' }
		]);
	});

	it("leaves the translator's square brackets alone, linked or not", () => {
		expect(runs('of the [CC](term:cc) [[CPSU]](term:square-brackets), [Source: x]')).toEqual([
			{ text: 'of the ' },
			{ text: 'CC', card: 'term-cc' },
			{ text: ' ' },
			{ text: '[CPSU]', card: 'term-square-brackets' },
			{ text: ', [Source: x]' }
		]);
	});

	it('says where words belong to no beat', () => {
		const { problems } = parseTelegram('## p01\n\nstray words\n\n### one\n\nwords\n\n### two\n');
		expect(problems.map(({ sentence }) => sentence)).toEqual([
			'The words “stray words” belong to no beat; put a line “### beat” above them.',
			'This beat has a heading and no words.'
		]);
	});
});

describe('compareWithSource', () => {
	const { passages } = parseTelegram(readFileSync('src/content/telegram.md', 'utf8'));
	const received = readFileSync('src/content/source/telegram-1856.txt', 'utf8');

	it('finds our cut telegram equal to the document as received', () => {
		expect(compareWithSource(passages, received)).toEqual([]);
	});

	it('notices a word too many at the end', () => {
		expect(compareWithSource(passages, received.replace('Archive]', 'Archive] more'))).toHaveLength(
			1
		);
		expect(
			compareWithSource(passages, received.replace('for the National Security Archive]', ''))
		).toHaveLength(1);
	});
});
