/** Runs jobs side by side, as many as the machine has cores for, and shows what they print one after the other. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {readonly string[]} [after] names of earlier jobs that must have succeeded before this one starts
 * @property {number} [cores] how many cores it keeps busy; 1 when left out
 * @property {(print: (text: string) => void) => Promise<boolean>} run whether it succeeded
 */

/**
 * @typedef {object} Ended
 * @property {string} name
 * @property {'passed' | 'failed' | 'left out'} outcome left out: a job that it needs did not succeed
 * @property {number} ms how long it ran
 */

/**
 * Runs jobs in their order, each as soon as those it needs have succeeded and there are cores for it. What the first of
 * the running jobs prints goes out at once; the text of the others waits until it has ended.
 *
 * @param {readonly Job[]} jobs
 * @param {{ cores: number, write: (text: string) => void }} options
 * @returns {Promise<Ended[]>} in the order in which they ended
 * @throws {Error} when a job needs one that does not stand before it
 */
export async function runJobs(jobs, { cores, write }) {
	jobs.forEach(({ name, after = [] }, i) => {
		const lost = after.find((needed) => !jobs.slice(0, i).some((job) => job.name === needed));
		if (lost) throw new Error(`The job “${name}” needs “${lost}”, which does not stand before it.`);
	});
	/** @type {Ended[]} */
	const ended = [];
	const outcomeOf = (/** @type {string} */ name) =>
		ended.find((result) => result.name === name)?.outcome;
	const open = channels(write);
	const waiting = new Set(jobs);
	/** @type {Set<Promise<void>>} */
	const running = new Set();
	let free = cores;

	/** @param {Job} job @param {number} taken */
	async function start({ name, run }, taken) {
		const { print, close } = open();
		print(`\n=== ${name}\n`);
		const begin = performance.now();
		const passed = await run(print);
		const ms = performance.now() - begin;
		print(`--- ${name}: ${passed ? 'passed' : 'failed'}, ${inSeconds(ms)}\n`);
		close();
		ended.push({ name, outcome: passed ? 'passed' : 'failed', ms });
		free += taken;
	}

	while (waiting.size > 0) {
		for (const job of waiting) {
			const needed = (job.after ?? []).map(outcomeOf);
			// A job that asks for more cores than there are gets all of them.
			const taken = Math.min(job.cores ?? 1, cores);
			if (needed.some((outcome) => outcome === 'failed' || outcome === 'left out')) {
				waiting.delete(job);
				ended.push({ name: job.name, outcome: 'left out', ms: 0 });
			} else if (needed.every((outcome) => outcome === 'passed') && taken <= free) {
				waiting.delete(job);
				free -= taken;
				const done = start(job, taken).finally(() => running.delete(done));
				running.add(done);
			}
		}
		if (running.size > 0) await Promise.race(running);
	}
	await Promise.all(running);
	return ended;
}

/**
 * Texts of jobs that run at the same time, written one job after the other.
 *
 * @param {(text: string) => void} write
 */
function channels(write) {
	/** @type {{ text: string, open: boolean }[]} */
	const queue = [];
	const flush = () => {
		for (let [first] = queue; first; [first] = queue) {
			if (first.text) write(first.text);
			first.text = '';
			if (first.open) return;
			queue.shift();
		}
	};
	return () => {
		const channel = { text: '', open: true };
		queue.push(channel);
		return {
			print: (/** @type {string} */ text) => {
				channel.text += text;
				flush();
			},
			close: () => {
				channel.open = false;
				flush();
			}
		};
	};
}

/** @param {number} ms */
export const inSeconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs one of the project's tools, or a script of its own, and prints what it says.
 *
 * @param {readonly [program: string, ...args: string[]]} command a path of a script, or the name of a tool in
 *   node_modules and, after a colon, of the package that has it: `svelte-kit:@sveltejs/kit`
 * @param {{ print: (text: string) => void, env: Record<string, string | undefined> }} options
 * @returns {Promise<boolean>} whether it succeeded
 */
export function runTool([program, ...args], { print, env }) {
	const script = program.endsWith('.mjs') ? program : toolPath(program);
	return new Promise((resolve) => {
		// Node itself, not npx: that costs half a second each time, and on Windows parts names at their spaces.
		const child = spawn(process.execPath, [script, ...args], {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env }
		});
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
		child.once('error', (error) => {
			print(`${error.message}\n`);
			resolve(false);
		});
		child.once('close', (status) => resolve(status === 0));
	});
}

/** The script of a tool. @param {string} tool `name` or `name:package` */
function toolPath(tool) {
	const [name = '', owner = name] = tool.split(':');
	const folder = join('node_modules', owner);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
