/** `npm run dev` on a copy of the project, which a test may edit. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COPIED = [
	...['src', 'static', 'scripts'],
	...['package.json', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts']
];
/** Nothing is written to the packages, which are shared; what Vite makes of them stays with the copy. */
const START = `
	import { createServer } from 'vite';
	const server = await createServer({
		cacheDir: '.vite',
		logLevel: 'error',
		server: { port: 0, fs: { strict: false } }
	});
	await server.listen();
	console.log(server.resolvedUrls.local[0]);`;

/** Starts the server; `stop` ends it and removes the copy. */
export async function devServer() {
	const root = mkdtempSync(join(tmpdir(), 'telegram-1856-dev-'));
	for (const path of COPIED) cpSync(path, join(root, path), { recursive: true });
	symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
	const server = spawn(process.execPath, ['--input-type=module', '--eval', START], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	server.stderr.on('data', (text) => (said += text));
	const ended = new Promise((done) => server.once('exit', done));
	const url = await new Promise<string>((done, fail) => {
		server.stdout.on('data', (text) => {
			said += text;
			const [found] = /http:\S+/.exec(said) ?? [];
			if (found) done(found);
		});
		ended.then(() => fail(new Error(`The server for development does not start: ${said}`)));
	});
	const file = (path: string) => join(root, path);
	return {
		url,
		/** @throws {Error} when the text is not there: the test must be adapted to the file */
		edit: (path: string, from: string, to: string) => {
			const text = readFileSync(file(path), 'utf8');
			if (!text.includes(from)) throw new Error(`${path} has no “${from}”.`);
			writeFileSync(file(path), text.replace(from, to));
		},
		write: (path: string, text: string) => writeFileSync(file(path), text),
		remove: (path: string) => rmSync(file(path)),
		stop: async () => {
			server.kill();
			await ended;
			rmSync(root, { recursive: true, force: true });
		}
	};
}
