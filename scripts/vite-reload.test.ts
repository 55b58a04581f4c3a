import { expect, it, vi } from 'vitest';
import { reloadForServer } from './vite-reload.mjs';

interface Module {
	file: string;
	importers: Set<Module>;
}
const imported = (file: string, ...importers: Module[]): Module => ({
	file,
	importers: new Set(importers)
});
const page = imported('+page.svelte');
const prose = imported('Flow.svelte', imported('story-page.ts', imported('+page.server.ts')));

it.each([
	['only the server has', prose, true],
	['both have, used by one that only the server has', imported('Sign.svelte', page, prose), true],
	['both have, and all that use it', imported('Stage.svelte', page), false]
])('an edit of a module that %s: is the page reloaded? (%#)', (_, module, reloaded) => {
	const inBrowser = ['+page.svelte', 'Sign.svelte', 'Stage.svelte'];
	const send = vi.fn();
	const server = {
		environments: {
			client: {
				hot: { send },
				moduleGraph: {
					getModulesByFile: (file: string) => new Set(inBrowser.filter((name) => name === file))
				}
			}
		}
	};
	const { hotUpdate } = reloadForServer() as { hotUpdate: (this: object, edit: object) => void };
	hotUpdate.call({ environment: { name: 'client' } }, { modules: [module], server });
	expect(send).not.toHaveBeenCalled();
	hotUpdate.call({ environment: { name: 'ssr' } }, { modules: [module], server });
	expect(send.mock.calls).toEqual(reloaded ? [[{ type: 'full-reload' }]] : []);
});

it('stops where modules import each other', () => {
	const one = imported('+page.svelte');
	one.importers.add(imported('+page.svelte', one));
	const environments = {
		client: { hot: { send: vi.fn() }, moduleGraph: { getModulesByFile: () => new Set([one]) } }
	};
	const { hotUpdate } = reloadForServer() as { hotUpdate: (this: object, edit: object) => void };
	hotUpdate.call({ environment: { name: 'ssr' } }, { modules: [one], server: { environments } });
	expect(environments.client.hot.send).not.toHaveBeenCalled();
});
