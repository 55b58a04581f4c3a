import { describe, expect, it } from 'vitest';
import { runJobs, type Job } from './jobs.mjs';

/** Jobs that end when told to, and a record of what is started and written. */
function harness(plan: readonly Omit<Job, 'run'>[], cores: number) {
	const started: string[] = [];
	const prints = new Map<string, (text: string) => void>();
	const ends = new Map<string, (passed: boolean) => void>();
	let written = '';
	const jobs = plan.map((job) => ({
		...job,
		run: (print: (text: string) => void) => {
			started.push(job.name);
			prints.set(job.name, print);
			return new Promise<boolean>((resolve) => ends.set(job.name, resolve));
		}
	}));
	const all = runJobs(jobs, { cores, write: (text) => (written += text) });
	return {
		all,
		started,
		written: () => written,
		print: (name: string, text: string) => prints.get(name)?.(text),
		end: async (name: string, passed = true) => {
			ends.get(name)?.(passed);
			await new Promise((resolve) => setTimeout(resolve, 0));
		}
	};
}

describe('runJobs', () => {
	it('starts as many as there are cores, in their order', async () => {
		const { started, end, all } = harness([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2);
		expect(started).toEqual(['a', 'b']);
		await end('b');
		expect(started).toEqual(['a', 'b', 'c']);
		await end('a');
		await end('c');
		expect((await all).map(({ name, outcome }) => [name, outcome])).toEqual([
			['b', 'passed'],
			['a', 'passed'],
			['c', 'passed']
		]);
	});

	it('gives a large job the machine to itself, and no more than there is', async () => {
		const { started, end, all } = harness([{ name: 'small' }, { name: 'large', cores: 8 }], 2);
		expect(started).toEqual(['small']);
		await end('small');
		expect(started).toEqual(['small', 'large']);
		await end('large');
		await all;
	});

	it('lets a job wait for what it needs, and leaves it out with all after it when that failed', async () => {
		const plan = [
			{ name: 'build' },
			{ name: 'other' },
			{ name: 'browser', after: ['build'] },
			{ name: 'report', after: ['browser'] }
		];
		const { started, end, all } = harness(plan, 4);
		expect(started).toEqual(['build', 'other']);
		await end('build', false);
		await end('other');
		expect((await all).map(({ name, outcome }) => [name, outcome])).toEqual([
			['build', 'failed'],
			['browser', 'left out'],
			['report', 'left out'],
			['other', 'passed']
		]);
	});

	it('writes what jobs print one after the other, the first at once', async () => {
		const { end, print, written, all } = harness([{ name: 'a' }, { name: 'b' }], 2);
		print('b', 'from b\n');
		print('a', 'from a\n');
		expect(written()).toBe('\n=== a\nfrom a\n');
		await end('b');
		expect(written()).not.toContain('from b');
		await end('a');
		expect(written()).toMatch(
			/^\n=== a\nfrom a\n--- a: passed, \d.\d s\n\n=== b\nfrom b\n--- b: passed/
		);
		await all;
	});

	it('refuses a plan that could never end', async () => {
		const plan = [{ name: 'a', after: ['b'] }, { name: 'b' }];
		await expect(harness(plan, 2).all).rejects.toThrow('The job “a” needs “b”');
	});
});
