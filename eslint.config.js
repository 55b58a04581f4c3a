import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { ROOMS } from './rooms.config.js';
import svelteConfig from './svelte.config.js';

/** A checkout may lie in a folder named “Große Häuser”. */
const FILE_URL = {
	selector:
		':matches(MemberExpression[property.name="pathname"], VariableDeclarator[id.type="ObjectPattern"]) > NewExpression[callee.name="URL"] MetaProperty',
	message: 'The path in a file URL is percent-encoded; fileURLToPath() gives it as it is.'
};

/** Every word that a reader sees or hears is a key of ui.yaml, so that translators find it. */
const OWN_WORDS = {
	selector:
		':matches(:not(SvelteStyleElement, SvelteElement[name.name="code"]) > SvelteText[value=/[A-Za-z]{2}/], SvelteAttribute[key.name=/^(aria-label|aria-roledescription|alt|title|placeholder)$/] > SvelteLiteral[value=/[A-Za-z]{2}/])',
	message: 'These words cannot be translated: they belong into src/content/en/ui.yaml.'
};

/** Pages with `csr = false`. */
const WITHOUT_SCRIPT = [
	'404.html',
	'map',
	'large',
	'embed',
	'people',
	'places',
	'panels',
	'glossary',
	'timeline',
	'sources'
].map((page) => `src/routes/**/${page}/**/*.svelte`);

/** What has no effect in markup that is rendered once and never hydrated. */
const ALIVE = [
	{
		selector: 'CallExpression[callee.name=/^\\$(state|effect)$/]',
		message: 'This component is rendered once and never hydrated: nothing in it can change.'
	},
	{
		selector:
			':matches(SvelteAttribute[key.name=/^on/], SvelteDirective[kind=/^(EventHandler|Binding|Action|Transition|Animation)$/], SvelteAttachTag)',
		message: 'This component is rendered once and never hydrated: no listener is ever added.'
	}
];

export default ts.config(
	{ ignores: ['build/', 'kiosk-pack/', '.svelte-kit/', 'test-results/', 'src/lib/styles/fonts/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		// TypeScript knows what exists.
		rules: {
			'no-undef': 'off',
			'no-console': 'error',
			'no-restricted-syntax': ['error', FILE_URL, OWN_WORDS]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		},
		rules: {
			// Our links are fragments and addresses from the content; the few others say resolve().
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/lib/**'],
		ignores: ['**/*.test.ts', '**/*.fixture.ts', '**/*Harness.svelte'],
		plugins: { boundaries },
		settings: {
			'boundaries/elements': ROOMS.map(({ room, folder }) => ({ type: room, pattern: folder })),
			'import/resolver': { typescript: { project: 'tsconfig.json' } }
		},
		rules: {
			'boundaries/no-unknown-files': 'error',
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					policies: ROOMS.map(({ room, mayImport }) => ({
						from: { element: { type: room } },
						allow: { to: { element: { types: { anyOf: [room, ...mayImport] } } } }
					}))
				}
			]
		}
	},
	{
		files: WITHOUT_SCRIPT,
		rules: { 'no-restricted-syntax': ['error', FILE_URL, OWN_WORDS, ...ALIVE] }
	},
	{
		// Tests have names of their own.
		files: ['**/*Harness.svelte'],
		rules: { 'no-restricted-syntax': ['error', FILE_URL] }
	},
	{
		files: ['src/lib/prose/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				FILE_URL,
				OWN_WORDS,
				...ALIVE,
				{
					selector: 'SvelteStyleElement',
					message:
						'A style block is lost here: the browser never loads this component. Its sheet stands beside it and is imported by the page.'
				}
			]
		}
	},
	{
		files: ['src/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ group: ['**/scripts/**'], message: 'Scripts are tools: src does not need them.' }
					]
				}
			]
		}
	},
	{ files: ['scripts/**', 'kiosk-runtime/*.mjs'], rules: { 'no-console': 'off' } }
);
