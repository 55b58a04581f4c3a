/** What test runners write down: how many tests passed, and which failed. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {{ test: string, why: string }[]} failed
 */

/**
 * Reads the JSON report of Vitest.
 *
 * @param {string} file
 * @returns {Result}
 * @throws {Error} when there is no whole report
 */
export function readVitest(file) {
	const report = JSON.parse(readFileSync(file, 'utf8'));
	return {
		passed: report.numPassedTests,
		failed: report.testResults.flatMap((/** @type {any} */ result) => {
			// A file that fails to load has no tests of its own: it counts as one failure.
			if (result.status === 'failed' && result.assertionResults.length === 0)
				return [{ test: result.name, why: result.message }];
			return result.assertionResults
				.filter((/** @type {any} */ test) => test.status === 'failed')
				.map((/** @type {any} */ test) => ({
					test: test.fullName,
					why: stripVTControlCharacters(test.failureMessages.join('\n'))
				}));
		})
	};
}

/**
 * Reads the JSON report of Playwright. A test that passed only when it was tried again counts as failed.
 *
 * @param {string} file
 * @returns {Result}
 * @throws {Error} when there is no whole report
 */
export function readPlaywright(file) {
	const report = JSON.parse(readFileSync(file, 'utf8'));
	return { passed: report.stats.expected, failed: report.suites.flatMap(failuresOf) };
}

/** @param {any} suite @returns {{ test: string, why: string }[]} */
function failuresOf(suite) {
	const here = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
		spec.tests
			.filter((/** @type {any} */ test) => ['unexpected', 'flaky'].includes(test.status))
			.map((/** @type {any} */ test) => ({
				test: `${test.projectName}, ${spec.file}:${spec.line}, ${spec.title}`,
				why: stripVTControlCharacters(
					test.results
						.flatMap((/** @type {any} */ { errors }) => errors)
						.map((/** @type {any} */ { message }) => message)
						.join('\n')
				)
			}))
	);
	return [...here, ...(suite.suites ?? []).flatMap(failuresOf)];
}
