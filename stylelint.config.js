import { BREAKPOINTS } from './src/lib/styles/tokens/breakpoints.js';

/** A size with a unit of its own; one in em is a ratio, one in var() or calc() of tokens has none. */
const RAW_SIZE = '/\\d(rem|px|pt|vw|vh|vmin|vmax|mm|cm)/';

/** @type {import('stylelint').Config} */
export default {
	extends: ['stylelint-config-standard'],
	rules: {
		// Cascade order follows the page, not specificity; prefixed names are there for Safari alone.
		'no-descending-specificity': null,
		'property-no-vendor-prefix': null,
		// Vite resolves plain paths.
		'import-notation': 'string',
		'declaration-block-no-redundant-longhand-properties': null,
		// Colours, sizes of type, layers and breakpoints are named in src/lib/styles/tokens and in the tokens.css of a room.
		'color-no-hex': true,
		'color-named': 'never',
		'function-disallowed-list': ['/^(rgba?|hsla?|hwb|(ok)?(lab|lch)|color)$/'],
		'declaration-property-value-disallowed-list': {
			'/^font(-size)?$/': [RAW_SIZE],
			'z-index': ['/\\d/'],
			// WebKit drops the shorthand with a thickness or a variable in it.
			'text-decoration': ['/ /']
		},
		// With an attribute in it, each element that comes or goes makes the browser look at the page again (decision 5).
		'selector-disallowed-list': ['/:has\\([^)]*\\[/'],
		'media-feature-name-value-allowed-list': {
			width: Object.keys(BREAKPOINTS.width),
			height: Object.keys(BREAKPOINTS.height)
		}
	},
	overrides: [
		{
			files: ['**/tokens/*.css', '**/tokens.css'],
			rules: {
				'color-no-hex': null,
				'function-disallowed-list': null
			}
		},
		{
			files: ['**/*.svelte'],
			customSyntax: 'postcss-html',
			rules: {
				'no-empty-source': null,
				'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }]
			}
		}
	]
};
