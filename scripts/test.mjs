/**
 * `npm test`: everything, in order, going on after a failure, with one plain line at the end.
 * `--full` adds every screen size (`npm run test:full`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser, findFirefox, findWebKit, inCI } from './find-browser.mjs';

const reports = mkdtempSync(join(tmpdir(), 'telegram-1856-'));
const full = process.argv.includes('--full');
/** @type {Record<string, string | undefined>} */
const env = { ...process.env, ...(full && { TEST_FULL: '1' }) };
let passed = 0;
let failed = 0;
/** What failed and why, shown once more at the end: in a long log nobody finds it. @type {string[]} */
const failures = [];
const LINES_OF_A_FAILURE = 25;

/** Runs one of the project's tools and shows what it prints. */
function run(/** @type {string} */ title, /** @type {string[]} */ command, extra = {}) {
	console.log(`\n=== ${title}`);
	const [tool = '', ...args] = command;
	const windows = process.platform === 'win32';
	// There npx is a script for the shell, which would part the name of a folder at its space.
	const given = windows ? args.map((arg) => `"${arg}"`) : args;
	const { status } = spawnSync('npx', ['--no-install', tool, ...given], {
		stdio: 'inherit',
		env: { ...env, ...extra },
		shell: windows
	});
	return status === 0;
}

/** A step that passes or fails as a whole. */
function step(/** @type {string} */ title, /** @type {string[]} */ ...command) {
	if (run(title, command)) passed += 1;
	else fail(title);
}

/** @param {string} title @param {string} why */
function fail(title, why = 'see above') {
	failed += 1;
	failures.push(`${title}: ${why.split('\n').slice(0, LINES_OF_A_FAILURE).join('\n')}`);
}

/** A script of our own that passes or fails as a whole. */
function script(/** @type {string} */ title, /** @type {string} */ path) {
	console.log(`\n=== ${title}`);
	const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit', env });
	if (status === 0) passed += 1;
	else fail(title);
}

/**
 * A test runner: its own report says how many passed, and what failed. A runner that dies without a report failed
 * once.
 */
function suite(
	/** @type {string} */ title,
	/** @type {string[]} */ command,
	/** @type {string} */ file,
	/** @type {(report: any) => { ok: number, bad: [title: string, why: string][] }} */ read,
	extra = {}
) {
	const good = run(title, command, extra);
	try {
		const { ok, bad } = read(JSON.parse(readFileSync(file, 'utf8')));
		passed += ok;
		for (const [name, why] of bad) fail(`${title}: ${name}`, why);
		if (!good && bad.length === 0) fail(title);
	} catch {
		fail(title, 'it ended without a report');
	}
}

function vitest(/** @type {string} */ project, /** @type {string[]} */ ...more) {
	const file = join(reports, `${project}.json`);
	suite(
		`tests: ${project}`,
		[
			'vitest',
			'run',
			'--project',
			project,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${file}`,
			...more
		],
		file,
		(report) => ({
			ok: report.numPassedTests,
			bad: report.testResults.flatMap((/** @type {any} */ file) => {
				// A file that fails to load has no tests of its own: it counts as one failure.
				if (file.status === 'failed' && file.assertionResults.length === 0)
					return [[file.name, file.message]];
				return file.assertionResults
					.filter((/** @type {any} */ test) => test.status === 'failed')
					.map((/** @type {any} */ test) => [test.fullName, test.failureMessages.join('\n')]);
			})
		})
	);
}

/**
 * The tests of a Playwright report that failed, or passed only when they were tried again.
 *
 * @param {any} suite @returns {[title: string, why: string][]}
 */
function failuresOf(suite) {
	const here = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
		spec.tests
			.filter((/** @type {any} */ test) => ['unexpected', 'flaky'].includes(test.status))
			.map((/** @type {any} */ test) => [
				`${test.projectName}, ${spec.file}:${spec.line}, ${spec.title}`,
				stripVTControlCharacters(
					test.results
						.flatMap((/** @type {any} */ { errors }) => errors)
						.map((/** @type {any} */ { message }) => message)
						.join('\n')
				)
			])
	);
	return [...here, ...(suite.suites ?? []).flatMap(failuresOf)];
}

try {
	console.log(`The browser is ${findBrowser()}`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
}
// A person may test in one browser alone; a CI machine needs all three.
for (const [name, variable, find] of /** @type {const} */ ([
	['Firefox', 'TEST_FIREFOX', findFirefox],
	['WebKit', 'TEST_WEBKIT', findWebKit]
])) {
	try {
		env[variable] = await find();
	} catch (error) {
		env[variable] = '';
		const why = error instanceof Error ? error.message : String(error);
		console.warn(why);
		if (inCI()) fail(name, why);
	}
}
step('format', 'prettier', '--check', '.', '--log-level', 'warn');
step('lint', 'eslint', '.');
step('no cycles', 'depcruise', 'src', '--output-type', 'err');
step('styles', 'stylelint', 'src/**/*.css');
run('types of the routes', ['svelte-kit', 'sync']);
step('types', 'svelte-check', '--fail-on-warnings');
step('nothing unused', 'knip');
script('content', 'scripts/check-content.mjs');
// Both cores: these wait for nothing.
vitest('unit', '--maxWorkers=2');
vitest('component');
// As `npm start` builds: what is tested is what is served.
script('build', 'scripts/build.mjs');
step(
	'HTML',
	'html-validate',
	'build/index.html',
	'build/map/index.html',
	'build/404.html',
	'build/embed/index.html',
	'build/embed/rumour/index.html',
	'build/embed-this/index.html',
	'build/kiosk/index.html',
	'build/kiosk/health/index.html',
	'build/large/rumour/index.html'
);
vitest('built', '--maxWorkers=2');
vitest('kiosk', '--maxWorkers=2');
const file = join(reports, 'playwright.json');
suite(
	'tests: browser',
	['playwright', 'test'],
	file,
	(report) => ({ ok: report.stats.expected, bad: report.suites.flatMap(failuresOf) }),
	{ PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON: '1' }
);
for (const failure of failures) console.log(`\nFAILED ${failure}`);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
