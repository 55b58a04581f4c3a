import { describe, expect, it } from 'vitest';
import { healthLines, type Findings } from './health';
import { checkSettings } from '../settings/settings';
import { kioskSizes } from '../visit/size';
import type { HealthWords } from './words';

/** Words that say their own key and what was filled in. */
const own: Partial<HealthWords> = { lang: 'en', kioskHealthError: '{at}: {what}' };
const words = new Proxy(own as HealthWords, {
	get: (_, key: keyof HealthWords) =>
		own[key] ?? `${key} {why}{damaged}{address}{names}{n}{at}{page}{server}{version}{built}`
});
const timeOf = (ms: number) => `at ${ms}`;

const NOTHING: Findings = {
	build: { version: '1', built: 'b' },
	server: 'asking',
	checked: null,
	site: 'https://museum.example/',
	fonts: null,
	screen: null,
	up: 0,
	heap: null,
	told: null,
	lasts: true,
	now: null
};
const REPORT = {
	files: { damaged: [], missing: [], extra: [] },
	why: null,
	uptime: null,
	visits: null,
	errors: null,
	supervisor: null
};

const lineOf = (id: string, found: Partial<Findings>) => {
	const line = healthLines(words, { ...NOTHING, ...found }, timeOf).find((line) => line.id === id);
	if (!line) throw new Error(`No line “${id}”.`);
	return { text: line.texts.join(' | '), bad: line.bad, fields: line.fields };
};

describe('healthLines', () => {
	it('calls nothing bad of which nothing is known yet', () => {
		const lines = healthLines(words, NOTHING, timeOf);
		expect(lines.filter(({ bad }) => bad)).toEqual([]);
		expect(lines.map(({ id }) => id)).toEqual([
			'version',
			'files',
			'settings',
			'home',
			'fonts',
			'screen',
			'up',
			'memory',
			'visits',
			'clock',
			'last',
			'errors'
		]);
	});

	it('says the number and the build', () => {
		expect(lineOf('version', {}).text).toContain('1b');
	});

	it('files: in order, damaged, not compared, nobody to ask', () => {
		const damaged = { damaged: ['a.js'], missing: [], extra: [] };
		expect(lineOf('files', { server: REPORT })).toMatchObject({
			text: expect.stringContaining('FilesGood'),
			bad: false
		});
		expect(lineOf('files', { server: { ...REPORT, files: damaged } })).toMatchObject({
			text: expect.stringMatching(/FilesBad.*a\.js/),
			bad: true
		});
		expect(lineOf('files', { server: { ...REPORT, files: null, why: 'No list.' } })).toMatchObject({
			text: expect.stringMatching(/FilesUnchecked No list\./),
			bad: true
		});
		expect(lineOf('files', { server: null })).toMatchObject({
			text: expect.stringContaining('FilesUnknown'),
			bad: false
		});
	});

	it('settings: every problem in a line of its own, and what is in force', () => {
		const good = lineOf('settings', { checked: checkSettings({}, ['en']) });
		expect(good).toMatchObject({ text: expect.stringContaining('SettingsGood'), bad: false });
		const bad = lineOf('settings', {
			checked: checkSettings({ idleSeconds: 1, reachPercent: 5 }, ['en'])
		});
		expect(bad.bad).toBe(true);
		expect(bad.text.split(' | ')).toHaveLength(2);
		expect(bad.fields).toContainEqual(['idleSeconds', '120']);
	});

	it('the codes’ address: the file’s before the build’s, and bad where no phone finds it', () => {
		const here = { checked: checkSettings({}, ['en']), site: 'http://localhost:4173/' };
		expect(lineOf('home', here).bad).toBe(true);
		const home = 'https://other.example/t/';
		expect(lineOf('home', { ...here, checked: checkSettings({ home }, ['en']) })).toMatchObject({
			text: expect.stringContaining(home),
			bad: false
		});
	});

	it('fonts that are missing are named', () => {
		expect(lineOf('fonts', { fonts: { all: 4, missing: ['Courier Prime'] } })).toMatchObject({
			text: expect.stringMatching(/FontsBad.*Courier Prime/),
			bad: true
		});
		expect(lineOf('fonts', { fonts: { all: 4, missing: [] } }).bad).toBe(false);
	});

	it('the screen is told when its size and the settings are known', () => {
		const size = { width: 1080, height: 1920 };
		const screen = { ...size, sizes: kioskSizes(size, size, 32) };
		expect(lineOf('screen', { screen }).text).toBe('');
		expect(lineOf('screen', { screen, checked: checkSettings({}, ['en']) }).text).not.toBe('');
	});

	it('visits and errors: the server’s before the tab’s, for it remembers longer', () => {
		const told = { start: 'a', visits: 3, errors: ['2026-05-04T12:00:00.000Z one'] };
		expect(lineOf('visits', { told }).text).toBe('3');
		expect(lineOf('visits', { told, lasts: false }).text).toContain('VisitsUnknown');
		const server = { ...REPORT, visits: 12, errors: [] };
		expect(lineOf('visits', { told, lasts: false, server }).text).toBe('12');
		expect(lineOf('errors', { told })).toMatchObject({
			text: `at ${Date.UTC(2026, 4, 4, 12)}: one`,
			bad: true
		});
		expect(lineOf('errors', { told, server })).toMatchObject({ bad: false });
	});

	it('the last restart: nobody watches, none yet, when and why', () => {
		expect(lineOf('last', { server: null }).text).toContain('LastUnknown');
		const never = { failures: 0, last: null };
		expect(lineOf('last', { server: { ...REPORT, supervisor: never } })).toMatchObject({
			text: expect.stringContaining('LastNever'),
			bad: false
		});
		const hung = { failures: 2, last: { at: 5, why: 'It hung.' } };
		expect(lineOf('last', { server: { ...REPORT, supervisor: hung } })).toMatchObject({
			text: expect.stringMatching(/It hung\..*2.*at 5/),
			bad: true
		});
	});
});
