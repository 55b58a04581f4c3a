/** A small site with the real service worker, served from memory: it can publish another version, lose a file, and go away. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type Rollup } from 'vite';

/** Stands for the name of the version, in addresses and texts. */
const V = '%version%';
const START = `/_app/immutable/start.${V}.js`;
const LATER = `/_app/immutable/later.${V}.js`;
const STYLE = `/_app/immutable/style.${V}.css`;
const PAGES = ['/', '/map/', '/kiosk/'];
const PARTS = Array.from({ length: 20 }, (_, i) => `/_app/immutable/part-${i}.js`);
const WORDS = { lang: 'en', title: '', reader: 'Damaged.', kiosk: 'Resting.', retry: 'Try again' };

const page = (path: string) => `<!doctype html><html lang="en" data-page="${V}"><title>Site</title>
	<link rel="stylesheet" href="${STYLE}"><h1>Words of ${path}</h1><script type="module" src="${START}"></script></html>`;
const FILES: Record<string, string> = {
	...Object.fromEntries(PAGES.map((path) => [path, page(path)])),
	...Object.fromEntries(PARTS.map((path) => [path, 'export {};'])),
	[START]: `${PARTS.map((path) => `import '${path}';`).join('')}
		document.documentElement.dataset.script = '${V}';
		window.later = () => import('${LATER}').then(({ version }) => version);
		navigator.serviceWorker.register('/service-worker.js');`,
	[LATER]: `export const version = '${V}';`,
	[STYLE]: `html { --style: ${V}; }`
};
const LISTS = `export const base = '', version = '${V}', files = [], prerendered = ${JSON.stringify(PAGES)},
	build = ${JSON.stringify([START, LATER, STYLE, ...PARTS])};`;

async function bundleWorker(): Promise<string> {
	const { output } = (await build({
		configFile: false,
		logLevel: 'error',
		define: { FALLBACK_WORDS: JSON.stringify([WORDS]) },
		plugins: [
			{
				name: 'service-worker-lists',
				resolveId: (id) => (id === '$service-worker' ? '\0lists' : null),
				load: (id) => (id === '\0lists' ? LISTS : null)
			}
		],
		build: {
			write: false,
			rollupOptions: { input: 'src/service-worker.ts', output: { format: 'iife' } }
		}
	})) as Rollup.RollupOutput;
	return output[0].code;
}

/** Serves version “one” on a free port. */
export async function smallSite() {
	const files: Record<string, string> = {
		...FILES,
		'/service-worker.js': await bundleWorker(),
		'/_app/version.json': JSON.stringify({ version: V })
	};
	let version = 'one';
	let lost = '';
	const server = createServer((request, response) => {
		const found = Object.keys(files).find((path) => path.replace(V, version) === request.url);
		if (!found || request.url === lost) return response.writeHead(404).end();
		const type = { js: 'text/javascript', css: 'text/css' }[found.split('.').at(-1) ?? ''];
		response.setHeader('content-type', type ?? 'text/html').setHeader('cache-control', 'no-store');
		return response.end(files[found]?.replaceAll(V, version));
	});
	const listen = (port: number) => new Promise<void>((done) => server.listen(port, done));
	await listen(0);
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}`,
		publish: (name: string) => (version = name),
		lose: (path: string) => (lost = path),
		on: () => listen(port),
		off: () =>
			new Promise<void>((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}
