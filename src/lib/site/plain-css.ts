/** Every custom property that a sheet sets, by name: `--ink` → `#1d1a17`. A later one of the same name wins. */
function tokensOf(css: string): Map<string, string> {
	return new Map(
		[...css.matchAll(/(--[\w-]+):\s*([^;}]+)/g)].map(([, name = '', value = '']) => [
			name,
			value.trim()
		])
	);
}

/**
 * A sheet for a file that stands alone: without comments and layer, and with the values of the tokens in it.
 *
 * @param css a sheet that uses tokens
 * @param tokens the sheets that set them, outside of media queries
 * @throws {Error} when a token has no value
 */
export function plainCss(css: string, tokens: string): string {
	const uncommented = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '');
	const values = tokensOf(uncommented(tokens));
	return uncommented(css)
		.replace(/^\s*@layer [\w-]+\s*\{([\s\S]*)\}\s*$/, '$1')
		.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
			const value = values.get(name);
			if (value === undefined) {
				throw new Error(
					`The still maps use the token “${name}”, which has no value; set it in src/lib/globe/drawing/tokens.css.`
				);
			}
			return value;
		})
		.replace(/\s+/g, ' ');
}
