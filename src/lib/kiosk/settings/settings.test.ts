import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Words } from '$lib/model/words';
import {
	checkSettings,
	DEFAULTS,
	isHere,
	loadSettings,
	problemSentence,
	withQuery
} from './settings';

const KNOWN = ['en', 'es'];

describe('checkSettings', () => {
	it('takes a whole good file as it is', () => {
		const file = {
			languages: ['es', 'en'],
			idleSeconds: 90,
			tour: '5',
			diagonalInches: 55,
			reachPercent: 40,
			hours: null,
			home: 'https://museum.example/telegram/',
			heartbeat: 'http://10.0.0.2/alive',
			pixelShift: false
		};
		expect(checkSettings(file, KNOWN)).toEqual({ settings: file, problems: [] });
	});

	it('fills what the file leaves out', () => {
		expect(checkSettings({}, KNOWN)).toEqual({ settings: DEFAULTS, problems: [] });
	});

	it.each<[string, unknown]>([
		['idleSeconds', 59],
		['idleSeconds', 301],
		['idleSeconds', '120'],
		['idleSeconds', null],
		['idleSeconds', Number.NaN],
		['tour', 2],
		['tour', 'ten'],
		['diagonalInches', 21],
		['diagonalInches', 121],
		['diagonalInches', [32]],
		['reachPercent', 29],
		['reachPercent', 101],
		['hours', '09:00-18:00'],
		['hours', { from: '9:00', to: '18:00' }],
		['hours', { from: '09:00' }],
		['hours', { from: '09:00', to: '24:00' }],
		['hours', { from: '09:00', to: '09:00' }],
		['home', 'museum.example'],
		['home', 'http://museum.example/'],
		['home', 'javascript:alert(1)'],
		['home', 'https://user:pass@museum.example/'],
		['home', 'https://museum.example/telegram'],
		['home', 'https://museum.example/telegram/index.html'],
		['home', 'https://museum.example/?page=telegram'],
		['home', 'https://museum.example/?page=telegram/'],
		['home', 'https://museum.example/#telegram'],
		['home', 'https://museum.example/#/'],
		['home', 'https:museum.example/'],
		['heartbeat', 'ftp://museum.example/'],
		['heartbeat', 'https://user@museum.example/'],
		['heartbeat', 'http://[::1]:8080/'],
		['heartbeat', 'https://muséum.example/'],
		['heartbeat', true],
		['languages', []],
		['languages', 'en'],
		['languages', ['en', 'en']],
		['languages', ['en', 'de']],
		['pixelShift', 'yes']
	])('says what is wrong with %s: %j, and takes the default', (field, wrong) => {
		const { settings, problems } = checkSettings({ [field]: wrong }, KNOWN);
		expect(settings).toEqual(DEFAULTS);
		expect(problems).toHaveLength(1);
		expect(problems[0]?.values).toMatchObject({ field });
	});

	it.each<[string, unknown, string]>([
		['idleSeconds', 5, '“idleSeconds” is 5; it must be a number from 60 to 300. 120 is in use.'],
		['diagonalInches', 'a', '“diagonalInches” is "a"; it must be a number from 21.5 to 120.'],
		['tour', 2, '“tour” is 2; it must be "ask", "2", "5" or "full". "ask" is in use.'],
		[
			'languages',
			['de'],
			'“languages” is ["de"]; it must list languages that this build has (en, es)'
		],
		['hours', {}, '“hours” is {}; it must be null, or two different times such as'],
		['home', 7, '“home” is 7; it must be null, or the whole address of the folder'],
		['heartbeat', 'x', '“heartbeat” is "x"; it must be null, or a whole address that begins'],
		['pixelShift', 0, '“pixelShift” is 0; it must be true or false. true is in use.'],
		[
			'toString',
			1,
			'kiosk.json has a field “toString”, which means nothing; the fields are languages,'
		]
	])('says of %s: %j what may stand there', (field, wrong, sentence) => {
		const words: Words = { ...parse(readFileSync('src/content/en/ui.yaml', 'utf8')), lang: 'en' };
		const [problem] = checkSettings({ [field]: wrong }, KNOWN).problems;
		expect(problem && problemSentence(problem, words)).toContain(sentence);
	});

	it('keeps the good values beside a wrong one', () => {
		const { settings, problems } = checkSettings({ idleSeconds: 5, tour: '2' }, KNOWN);
		expect(settings).toMatchObject({ idleSeconds: 120, tour: '2' });
		expect(problems).toHaveLength(1);
	});

	it('names a field that is none, for instance a slip of the pen', () => {
		const { problems } = checkSettings({ idleSecond: 60 }, KNOWN);
		expect(problems).toEqual([
			{
				word: 'kioskFieldUnknown',
				values: { field: 'idleSecond', fields: Object.keys(DEFAULTS) }
			}
		]);
	});

	it.each([null, 7, 'x', [1], undefined])('answers a file that is %j with the defaults', (file) => {
		const { settings, problems } = checkSettings(file, KNOWN);
		expect(settings).toEqual(DEFAULTS);
		expect(problems.map(({ word }) => word)).toEqual(['kioskFileShape']);
	});

	it('cuts a value as long as a book', () => {
		const { problems } = checkSettings({ home: 'x'.repeat(10_000) }, KNOWN);
		expect(problems[0]?.values.found?.length).toBeLessThan(80);
	});

	it('falls back to a language that was built', () => {
		expect(checkSettings({}, ['es']).settings.languages).toEqual(['es']);
	});
});

it('takes a home without a path: it is a folder', () => {
	expect(checkSettings({ home: 'https://Museum.example' }, KNOWN).settings.home).toBe(
		'https://museum.example/'
	);
});

describe('isHere', () => {
	it.each([
		'http://localhost:4173/',
		'https://LOCALHOST/',
		'https://kiosk.localhost/',
		'http://127.0.0.1:1856/',
		'http://127.1/',
		'http://0.0.0.0/',
		'http://[::1]/',
		'nowhere',
		''
	])('finds nothing for a phone at “%s”', (address) => {
		expect(isHere(address)).toBe(true);
	});

	it.each(['https://example.org/', 'https://localhost.example.org/', 'http://192.168.1.5/'])(
		'finds something for a phone at %s',
		(address) => {
			expect(isHere(address)).toBe(false);
		}
	);
});

describe('loadSettings', () => {
	const answer = (body: string, status = 200) =>
		(async () => new Response(body, { status })) as typeof fetch;

	it('reads the file', async () => {
		const read = await loadSettings('kiosk.json', KNOWN, answer('{"tour":"full"}'));
		expect(read).toEqual({ settings: { ...DEFAULTS, tour: 'full' }, problems: [] });
	});

	it.each([
		['missing', answer('gone', 404)],
		['no JSON', answer('{"tour":')],
		[
			'out of reach',
			(async () => {
				throw new TypeError('Failed to fetch');
			}) as typeof fetch
		]
	])('goes on with the defaults when the file is %s', async (_, get) => {
		const { settings, problems } = await loadSettings('kiosk.json', KNOWN, get);
		expect(settings).toEqual(DEFAULTS);
		expect(problems.map(({ word }) => word)).toEqual(['kioskFileUnread']);
		expect(problems[0]?.values.why).not.toBe('');
	});
});

describe('withQuery', () => {
	it('takes a diagonal and an idle time from the address, within their limits', () => {
		expect(withQuery(DEFAULTS, '?diag=55&idle=75&reach=60')).toMatchObject({
			diagonalInches: 55,
			idleSeconds: 75,
			reachPercent: 60
		});
		expect(withQuery(DEFAULTS, '?diag=1&idle=9999')).toMatchObject({
			diagonalInches: 21.5,
			idleSeconds: 300
		});
	});

	it.each(['', '?diag=&idle=x', '?idle=NaN&diag=Infinity', '?tour=full&home=https://evil.example'])(
		'leaves everything as it is for %j',
		(search) => {
			expect(withQuery(DEFAULTS, search)).toEqual(DEFAULTS);
		}
	);
});
