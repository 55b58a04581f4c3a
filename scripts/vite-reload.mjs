/** @typedef {import('vite').EnvironmentModuleNode} Module */

/**
 * In `npm run dev`: reloads the page after an edit of a module that shows on a page only by way of the server, such as a
 * component of the prose, which is rendered there and never hydrated. Vite sends the browser nothing about modules that the
 * browser does not have.
 *
 * @returns {import('vite').Plugin}
 */
export function reloadForServer() {
	return {
		name: 'telegram-1856-reload',
		apply: 'serve',
		hotUpdate({ modules, server }) {
			if (this.environment.name !== 'ssr') return;
			const { client } = server.environments;
			/** @param {Module} module */
			const isInBrowser = ({ file }) =>
				Boolean(file && client.moduleGraph.getModulesByFile(file)?.size);
			const users = new Set(modules);
			// A set that grows is walked to its end: what uses the modules, directly or not.
			for (const user of users) {
				if (!isInBrowser(user)) return client.hot.send({ type: 'full-reload' });
				for (const importer of user.importers) users.add(importer);
			}
		}
	};
}
