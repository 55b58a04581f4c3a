import { existsSync } from 'node:fs';

/** Made by SvelteKit; without it vite reads no TypeScript. */
const TYPES = new URL('../.svelte-kit/tsconfig.json', import.meta.url);

try {
	if (!existsSync(TYPES)) {
		throw new Error(
			'The types of the routes (.svelte-kit) are missing: run “npm ci”, or, where the packages are installed, “npm run prepare”.'
		);
	}
	// Not before: without the packages, vite is missing too.
	const { checkContentNow } = await import('./vite-content.mjs');
	console.log(await checkContentNow());
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
