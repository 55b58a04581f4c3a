/** WebKitGTK, driven by its own WebDriver over plain HTTP, on a screen that nobody sees. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Engine, type Driver, type Key, type OpenOptions, type Point } from './engine';

const WINDOW = fileURLToPath(new URL('webkit_window.py', import.meta.url));
/** Larger than every window of the checks, px. */
const SCREEN = '2000x2000x24';
/** A busy machine takes its time to start two programs. */
const START_MS = 30_000;
const PRINT_MS = 60_000;
/** The frame a script runs in is named by its element; this is how WebDriver writes an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Keys without a character, as WebDriver writes them. */
const CODES: Record<Key, string> = {
	ArrowDown: '\uE015',
	ArrowLeft: '\uE012',
	ArrowRight: '\uE014',
	ArrowUp: '\uE013',
	End: '\uE010',
	Enter: '\uE007',
	Escape: '\uE00C',
	Home: '\uE011',
	Tab: '\uE004'
};

/** Starts a screen and a driver for many windows, of which one can be open at a time. */
export class WebKitDriver implements Driver {
	private constructor(
		private readonly python: string,
		private readonly address: string,
		private readonly processes: readonly ChildProcess[],
		/** What the windows write, each into a folder of its own. */
		private readonly folder = mkdtempSync(join(tmpdir(), 'telegram-1856-webkit-'))
	) {}

	/** @param python a Python that knows WebKit2 4.1 */
	static async start(python: string): Promise<WebKitDriver> {
		const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe']
		});
		const display = await new Promise<string>((resolve, reject) => {
			(screen.stdio[3] as Readable).once('data', (said) => resolve(`:${String(said).trim()}`));
			screen.once('error', reject);
			screen.once('exit', () => reject(new Error('Xvfb ended before it had a screen.')));
		});
		// Two workers must not meet at one port, and the driver does not say which one is free.
		const port = 20_000 + (process.pid % 20_000);
		const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
			stdio: 'ignore',
			env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LC_ALL: 'C.UTF-8' }
		});
		const started = new WebKitDriver(python, `http://127.0.0.1:${port}`, [driver, screen]);
		// A worker that is ended leaves neither behind.
		process.once('exit', () => [driver, screen].forEach((child) => child.kill()));
		const end = Date.now() + START_MS;
		while (!(await fetch(`${started.address}/status`).catch(() => null))) {
			if (Date.now() > end) throw new Error('WebKitWebDriver does not answer.');
			await pause(50);
		}
		return started;
	}

	async open({ scripts, motion }: OpenOptions): Promise<Engine> {
		const folder = mkdtempSync(join(this.folder, 'window-'));
		const args = [
			WINDOW,
			folder,
			'--automation',
			...(scripts ? [] : ['--no-scripts']),
			...(motion ? [] : ['--less-motion'])
		];
		const { sessionId } = (await command('POST', `${this.address}/session`, {
			capabilities: {
				alwaysMatch: { 'webkitgtk:browserOptions': { binary: this.python, args } }
			}
		})) as { sessionId: string };
		return new WebKitEngine(`${this.address}/session/${sessionId}`, folder);
	}

	async stop() {
		for (const child of this.processes) child.kill();
		// Now, not after each window: its processes write for a while after it is gone.
		try {
			rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
		} catch {
			// A temporary folder that a dying browser still writes to says nothing about the site.
		}
	}
}

/** @throws {Error} what the driver says went wrong */
async function command(method: string, address: string, body?: object): Promise<unknown> {
	const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
	const { value } = (await response.json()) as {
		value: { error?: string; message?: string } | null;
	};
	if (!response.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`);
	return value;
}

class WebKitEngine extends Engine {
	readonly name = 'webkit';
	/** The wheel's way since the start: the driver sends a page the difference to the last one. */
	#turned = 0;

	constructor(
		private readonly session: string,
		private readonly folder: string
	) {
		super();
	}

	async goto(url: string) {
		await this.#post('url', { url });
	}

	async reload() {
		await this.#post('refresh');
	}

	async back() {
		await this.#post('back');
	}

	async forward() {
		await this.#post('forward');
	}

	async resize(width: number, height: number) {
		await this.#post('window/rect', { x: 0, y: 0, width, height });
	}

	async move({ x, y }: Point) {
		await this.#pointer({
			type: 'pointerMove',
			duration: 0,
			x: Math.round(x),
			y: Math.round(y)
		});
	}

	async down() {
		await this.#pointer({ type: 'pointerDown', button: 0 });
	}

	async up() {
		await this.#pointer({ type: 'pointerUp', button: 0 });
	}

	async wheel({ x, y }: Point, by: number) {
		this.#turned += by;
		await this.#act('wheel', 'wheel', [
			{
				type: 'scroll',
				x: Math.round(x),
				y: Math.round(y),
				deltaX: 0,
				deltaY: this.#turned,
				duration: 0
			}
		]);
	}

	async press(key: Key) {
		await this.#act('key', 'keys', [
			{ type: 'keyDown', value: CODES[key] },
			{ type: 'keyUp', value: CODES[key] }
		]);
	}

	async console() {
		return readFileSync(join(this.folder, 'console.txt'), 'utf8')
			.split('\n')
			.filter((line) => /CONSOLE .*(ERROR|WARN)/.test(line));
	}

	async print() {
		const file = join(this.folder, 'print.pdf');
		rmSync(file, { force: true });
		process.kill(Number(readFileSync(join(this.folder, 'pid'), 'utf8')), 'SIGUSR1');
		const end = Date.now() + PRINT_MS;
		while (!existsSync(file)) {
			if (Date.now() > end) throw new Error('WebKit has not printed.');
			await pause(100);
		}
		return readFileSync(file);
	}

	async stop() {
		// The window is gone before the driver has asked it to go.
		await command('DELETE', this.session).catch(() => {});
	}

	protected async run(expression: string, frames: readonly string[]) {
		await this.#post('frame', { id: null });
		for (const selector of frames) {
			const id = await this.#post('element', { using: 'css selector', value: selector });
			await this.#post('frame', { id: { [ELEMENT]: Object.values(id as object)[0] } });
		}
		try {
			return await this.#post('execute/sync', { script: `return ${expression}`, args: [] });
		} finally {
			if (frames.length > 0) await this.#post('frame', { id: null });
		}
	}

	#post(path: string, body: object = {}) {
		return command('POST', `${this.session}/${path}`, body);
	}

	#pointer(action: object) {
		return this.#act('pointer', 'mouse', [action], { parameters: { pointerType: 'mouse' } });
	}

	async #act(type: string, id: string, actions: object[], more: object = {}) {
		await this.#post('actions', { actions: [{ type, id, actions, ...more }] });
	}
}
