/**
 * `npm test`: everything, in order, going on after a failure, with one plain line at the end.
 * `--full` adds every screen size (`npm run test:full`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';

const reports = mkdtempSync(join(tmpdir(), 'telegram-1856-'));
const full = process.argv.includes('--full');
const env = { ...process.env, ...(full && { TEST_FULL: '1' }) };
let passed = 0;
let failed = 0;

/** Runs one of the project's tools and shows what it prints. */
function run(/** @type {string} */ title, /** @type {string[]} */ command, extra = {}) {
	console.log(`\n=== ${title}`);
	const [tool = '', ...args] = command;
	const { status } = spawnSync('npx', ['--no-install', tool, ...args], {
		stdio: 'inherit',
		env: { ...env, ...extra },
		shell: process.platform === 'win32'
	});
	return status === 0;
}

/** A step that passes or fails as a whole. */
function step(/** @type {string} */ title, /** @type {string[]} */ ...command) {
	if (run(title, command)) passed += 1;
	else failed += 1;
}

/** A script of our own that passes or fails as a whole. */
function script(/** @type {string} */ title, /** @type {string} */ path) {
	console.log(`\n=== ${title}`);
	const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit', env });
	if (status === 0) passed += 1;
	else failed += 1;
}

/** A test runner: its own report says how many passed. A runner that dies without a report failed once. */
function suite(
	/** @type {string} */ title,
	/** @type {string[]} */ command,
	/** @type {string} */ file,
	/** @type {(report: any) => [number, number]} */ count,
	extra = {}
) {
	const good = run(title, command, extra);
	try {
		const [ok, bad] = count(JSON.parse(readFileSync(file, 'utf8')));
		passed += ok;
		failed += bad;
		if (!good && bad === 0) failed += 1;
	} catch {
		failed += 1;
	}
}

function vitest(/** @type {string} */ project) {
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
			`--outputFile.json=${file}`
		],
		file,
		// A file that fails to load has no tests of its own: it counts as one failure.
		(report) => [
			report.numPassedTests,
			report.numFailedTests +
				report.testResults.filter(
					(/** @type {any} */ file) =>
						file.status === 'failed' && file.assertionResults.length === 0
				).length
		]
	);
}

try {
	console.log(`The browser is ${findBrowser({ install: true })}`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
}
step('format', 'prettier', '--check', '.', '--log-level', 'warn');
step('lint', 'eslint', '.');
step('styles', 'stylelint', 'src/**/*.css');
run('types of the routes', ['svelte-kit', 'sync']);
step('types', 'svelte-check', '--fail-on-warnings');
step('nothing unused', 'knip');
script('content', 'scripts/check-content.mjs');
vitest('unit');
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
vitest('built');
vitest('kiosk');
const file = join(reports, 'playwright.json');
suite(
	'tests: browser',
	['playwright', 'test'],
	file,
	({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
	{ PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON: '1' }
);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
