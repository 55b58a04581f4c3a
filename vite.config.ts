/** How the site is built and served while you edit. Tests: `vitest.config.ts`, which does not shape what is built. */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { fonts } from './scripts/build-fonts.mjs';
import { fallbackWords } from './scripts/fallback-words.mjs';
import { contentCheck } from './scripts/vite-content.mjs';
import { embed } from './scripts/vite-embed.mjs';
import { testLanguages } from './scripts/vite-languages.mjs';
import { reloadForServer } from './scripts/vite-reload.mjs';

export default defineConfig({
	plugins: [fonts(), contentCheck(), embed(), reloadForServer(), testLanguages(), sveltekit()],
	define: { FALLBACK_WORDS: JSON.stringify(fallbackWords()) },
	// Small files stay files: the same bytes serve every page, and no page carries them twice.
	build: { assetsInlineLimit: 0 }
});
