import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

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
			// A checkout may lie in a folder named “Große Häuser”.
			'no-restricted-syntax': [
				'error',
				{
					selector:
						':matches(MemberExpression[property.name="pathname"], VariableDeclarator[id.type="ObjectPattern"]) > NewExpression[callee.name="URL"] MetaProperty',
					message: 'The path in a file URL is percent-encoded; fileURLToPath() gives it as it is.'
				}
			]
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
	{ files: ['scripts/**'], rules: { 'no-console': 'off' } }
);
