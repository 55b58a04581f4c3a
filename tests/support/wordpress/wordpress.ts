/**
 * A real WordPress without a server: PHP as WebAssembly from npm, WordPress itself from Debian. It is installed
 * into a folder of its own, which goes when it ends; nothing of it is in the project's list of dependencies.
 */
import { execFile, spawn } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Debian's WordPress, a theme of blocks for it, and what its editors need of other packages. */
const DEBIAN = ['wordpress', 'wordpress-theme-twentytwentythree', 'libjs-underscore'];
const READY_MS = 240_000;

export interface WordPress {
	/** With a slash at its end. */
	readonly url: string;
	/** Publishes an article, as somebody of a role. */
	write(role: string, title: string, content: string): Promise<{ id: number; address: string }>;
	end(): Promise<void>;
}

const freePort = () =>
	new Promise<number>((done) => {
		const server = createServer().listen(0, () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});

/**
 * Installs and starts it, in a minute or two.
 *
 * @param site origin of the site under test
 * @param published address that its pages name, without a slash at its end
 * @throws when npm or Debian's packages cannot be had, or it does not start
 */
export async function startWordPress(site: string, published: string): Promise<WordPress> {
	const folder = mkdtempSync(join(tmpdir(), 'telegram-1856-wordpress-'));
	try {
		await unpack(folder);
		const cli = await installPhp(folder);
		const root = join(folder, 'site');
		// Links lead to other packages; a link to one that is not there is left out, and so is Debian's own configuration.
		cpSync(join(folder, 'debian/usr/share/wordpress'), root, {
			recursive: true,
			dereference: true,
			filter: (path) => existsSync(path) && basename(path) !== 'wp-config.php'
		});
		const plugins = join(root, 'wp-content/mu-plugins');
		mkdirSync(plugins, { recursive: true });
		const plugin = readFileSync('tests/support/wordpress/posts.php', 'utf8');
		writeFileSync(
			join(plugins, 'posts.php'),
			plugin.replace("'PUBLISHED'", `'${published}'`).replace("'SITE'", `'${site}'`)
		);
		return await serve(cli, root, folder);
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
}

async function installPhp(folder: string): Promise<string> {
	const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
	await run('npm', ['install', '--prefix', folder, ...options, '@wp-playground/cli@3.1']);
	return join(folder, 'node_modules/@wp-playground/cli/wp-playground.js');
}

async function unpack(folder: string): Promise<void> {
	await run('apt-get', ['download', ...DEBIAN], { cwd: folder });
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
		await run('dpkg', ['-x', file, 'debian'], { cwd: folder });
	}
}

async function serve(cli: string, root: string, folder: string): Promise<WordPress> {
	const port = await freePort();
	const server = spawn(process.execPath, [
		cli,
		'server',
		`--port=${port}`,
		'--php=8.2',
		'--wordpress-install-mode=install-from-existing-files',
		`--mount-before-install=${root}:/wordpress`
	]);
	let said = '';
	const ended = new Promise<void>((done) => server.once('close', () => done()));
	const end = async () => {
		server.kill();
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
	const ready = new Promise<void>((done, fail) => {
		const hear = (part: Buffer) => {
			said += part;
			if (said.includes('Ready!')) done();
		};
		server.stdout.on('data', hear);
		server.stderr.on('data', hear);
		setTimeout(fail, READY_MS, new Error(`it was not ready in ${READY_MS / 1000} s`)).unref();
		void ended.then(() => fail(new Error('it ended')));
	});
	await ready.catch(async (error: Error) => {
		await end();
		throw new Error(`WordPress does not start, ${error.message}: ${said.slice(-500)}`);
	});
	const url = `http://127.0.0.1:${port}/`;
	// Its first answer sends everybody to where they are.
	await fetch(url);
	return {
		url,
		end,
		write: async (role, title, content) => {
			const answer = await fetch(`${url}?write`, {
				method: 'POST',
				body: JSON.stringify({ role, title, content })
			});
			return answer.json();
		}
	};
}
