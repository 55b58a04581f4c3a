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
		// WebKit drops the shorthand with a thickness or a variable in it.
		'declaration-property-value-disallowed-list': { 'text-decoration': ['/ /'] }
	}
};
