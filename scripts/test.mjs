/**
 * `npm test`: everything, going on after a failure, side by side where cores are free, with one plain line at the end.
 * `--full` adds every screen size and what takes long (`npm run test:full`); `--quick` is the loop while editing
 * (`npm run test:quick`): types, lint of what changed, units, components, and the browser tests tagged @smoke.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from './built.mjs';
import { findHeadlessBrowser, findFirefox, findWebKit, inCI } from './find-browser.mjs';
import { inSeconds, runJobs, runTool } from './jobs.mjs';
import { readPlaywright, readVitest } from './test-reports.mjs';

/** @typedef {import('./jobs.mjs').Job} Job */
/** @typedef {import('./test-reports.mjs').Result} Result */

const [full, quick] = ['--full', '--quick'].map((flag) => process.argv.includes(flag));
const reports = mkdtempSync(join(tmpdir(), 'telegram-1856-'));
const LINES_OF_A_FAILURE = 25;
/** The pages whose HTML is checked: one of each kind. */
const PAGES = [
	'index.html',
	'map/index.html',
	'people/index.html',
	'places/index.html',
	'panels/index.html',
	'glossary/index.html',
	'timeline/index.html',
	'sources/index.html',
	'404.html',
	'embed/index.html',
	'embed/rumour/index.html',
	'embed-this/index.html',
	'kiosk/index.html',
	'kiosk/health/index.html',
	'large/rumour/index.html'
];
/** @type {Record<string, string | undefined>} */
const env = { ...process.env, ...(full && { TEST_FULL: '1' }) };
let passed = 0;
/** What failed and why, shown once more at the end: in a long log nobody finds it. @type {string[]} */
const failures = [];

/** What every job needs, and more. @param {string[]} needed @returns {Partial<Job>} */
const after = (...needed) => ({ after: ['generated files', ...needed] });

/** @param {string} title @param {string} why */
const fail = (title, why = 'see above') =>
	failures.push(`${title}: ${why.split('\n').slice(0, LINES_OF_A_FAILURE).join('\n')}`);

/**
 * A job that passes or fails as a whole.
 *
 * @param {string} name
 * @param {readonly (readonly [string, ...string[]])[]} commands one after the other
 * @param {Partial<Job>} [more]
 * @returns {Job}
 */
const step = (name, commands, more) => ({
	name,
	...more,
	run: async (print) => {
		for (const command of commands) {
			if (!(await runTool(command, { print, env }))) {
				fail(name);
				return false;
			}
		}
		passed += 1;
		return true;
	}
});

/**
 * A test runner: its report says how many tests passed, and which failed. One that dies without a report failed once.
 *
 * @param {string} name
 * @param {readonly [string, ...string[]]} command
 * @param {{ report: string, read: (file: string) => Result, more?: Partial<Job>, extra?: Record<string, string> }} how
 * @returns {Job}
 */
const suite = (name, command, { report, read, more, extra }) => ({
	name,
	...more,
	run: async (print) => {
		const good = await runTool(command, { print, env: { ...env, ...extra } });
		try {
			const result = read(report);
			passed += result.passed;
			for (const { test, why } of result.failed) fail(`${name}: ${test}`, why);
			if (!good && result.failed.length === 0) fail(name);
		} catch {
			fail(name, 'it ended without a report');
			return false;
		}
		return good;
	}
});

/** @param {string} project @param {Partial<Job>} [more] @param {readonly string[]} [args] */
function vitest(project, more, args = []) {
	const report = join(reports, `${project}.json`);
	const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const command = /** @type {const} */ (['vitest', 'run', '--project', project]);
	return suite(`tests: ${project}`, [...command, ...reporting, ...args], {
		report,
		read: readVitest,
		more
	});
}

/** @param {readonly string[]} [args] @returns {Job} */
function playwright(args = []) {
	const report = join(reports, 'playwright.json');
	return suite('tests: browser', ['playwright', 'test', ...args], {
		report,
		read: readPlaywright,
		more: { after: ['browsers', 'build'], cores: Infinity },
		extra: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON: '1' }
	});
}

/** What the tests run in. A person may test in Chromium alone; a CI machine needs all three. @type {Job} */
const browsers = {
	name: 'browsers',
	run: async (print) => {
		try {
			print(`The browser is ${findHeadlessBrowser()}\n`);
		} catch (error) {
			fail('Chromium', sentence(error));
			return false;
		}
		for (const [name, variable, find] of /** @type {const} */ ([
			['Firefox', 'TEST_FIREFOX', findFirefox],
			['WebKit', 'TEST_WEBKIT', findWebKit]
		])) {
			try {
				env[variable] = quick ? '' : await find();
			} catch (error) {
				env[variable] = '';
				print(`${sentence(error)}\n`);
				if (inCI()) fail(name, sentence(error));
			}
		}
		return true;
	}
};
const sentence = (/** @type {unknown} */ error) =>
	error instanceof Error ? error.message : String(error);

/** As `npm start` builds: what is tested is what is served. */
const building = step('build', [['scripts/build.mjs']], after());
/** @type {Job} */
const build = {
	...building,
	run: async (print) => {
		if (!isBuilt()) return building.run(print);
		print('Nothing that goes into the site has changed since it was built.\n');
		passed += 1;
		return true;
	}
};
/** What is made before anything is read: two jobs that made it at the same time would disturb each other. */
const prepared = step('generated files', [
	['svelte-kit:@sveltejs/kit', 'sync'],
	['scripts/build-fonts.mjs']
]);
const types = step('types', [['svelte-check', '--fail-on-warnings']], after());

/** Lint of the files that differ from the last commit. @returns {Job} */
function lintOfChanges() {
	const { stdout } = spawnSync('git', ['status', '--porcelain', '-z', '--no-renames'], {
		encoding: 'utf8'
	});
	const changed = (stdout ?? '')
		.split('\0')
		.map((line) => line.slice(3))
		.filter((path) => path && existsSync(path));
	const of = (/** @type {RegExp} */ kind) => changed.filter((path) => kind.test(path));
	const [scripts, sheets] = [of(/\.(js|mjs|ts|svelte)$/), of(/^src\/.*\.(css|svelte)$/)];
	return step('lint of what changed', [
		...(scripts.length > 0 ? [/** @type {const} */ (['eslint', ...scripts])] : []),
		...(sheets.length > 0 ? [/** @type {const} */ (['stylelint', ...sheets])] : []),
		...(changed.length > 0
			? [/** @type {const} */ (['prettier', '--check', '--ignore-unknown', ...changed])]
			: [])
	]);
}

/** @type {Job[]} */
const jobs = quick
	? [
			prepared,
			browsers,
			build,
			types,
			lintOfChanges(),
			vitest('unit', after()),
			vitest('component', after('browsers')),
			playwright(['--grep', '@smoke', '--project', 'desktop'])
		]
	: [
			prepared,
			browsers,
			build,
			// Half of it waits for time to pass: the others have the rest of both cores.
			vitest('kiosk', after('build', 'browsers'), ['--maxWorkers=2']),
			step('lint', [['eslint', '.']], after()),
			step('no cycles', [['depcruise:dependency-cruiser', 'src', '--output-type', 'err']], after()),
			types,
			vitest('unit', after()),
			vitest('component', after('browsers')),
			vitest('built', after('build')),
			step('format', [['prettier', '--check', '.', '--log-level', 'warn']], after()),
			step('styles', [['stylelint', 'src/**/*.{css,svelte}']], after()),
			step('nothing unused', [['knip']], after()),
			step(
				'HTML',
				[['html-validate', ...PAGES.map((page) => join('build', page))]],
				after('build')
			),
			playwright()
		];
const begin = performance.now();
const ended = await runJobs(jobs, {
	cores: Math.max(2, availableParallelism()),
	write: (text) => process.stdout.write(text)
});
for (const { name, outcome } of ended) {
	if (outcome === 'left out') fail(name, 'left out, because what it needs failed');
}
for (const failure of failures) console.log(`\nFAILED ${failure}`);
rmSync(reports, { recursive: true, force: true });
console.log('');
for (const { name } of jobs) {
	const { ms = 0, outcome } = ended.find((result) => result.name === name) ?? {};
	console.log(
		`${inSeconds(ms).padStart(9)}  ${name}${outcome === 'passed' ? '' : ` (${outcome})`}`
	);
}
console.log(`${inSeconds(performance.now() - begin).padStart(9)}  in all`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
