import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { fonts } from './scripts/build-fonts.mjs';
import { contentCheck } from './scripts/vite-content.mjs';

export default defineConfig({
	plugins: [fonts(), contentCheck(), sveltekit()],
	// Small files stay files: the same bytes serve every page, and no page carries them twice.
	build: { assetsInlineLimit: 0 },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts']
				}
			}
		]
	}
});
