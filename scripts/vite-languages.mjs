/**
 * Builds the languages that `TEST_LANGUAGES` names (`en-XA,ar-XB`) in place of the site's own: only for tests, whose
 * languages must be in no list that is published. Without the variable nothing changes.
 *
 * @returns {import('vite').Plugin | false}
 */
export function testLanguages() {
	const codes = process.env.TEST_LANGUAGES?.split(',');
	return (
		codes !== undefined && {
			name: 'telegram-1856-languages',
			enforce: 'pre',
			transform: (code, id) =>
				/src[\\/]lib[\\/]model[\\/]languages\.ts$/.test(id)
					? code.replace(/LANGUAGES = \[.*?\]/, `LANGUAGES = ${JSON.stringify(codes)}`)
					: null
		}
	);
}
