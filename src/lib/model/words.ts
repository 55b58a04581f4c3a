/** The interface's words in the language of the page: keys of `en/ui.yaml`. */
export type Words = Readonly<Record<string, string>>;

/**
 * Fills `{name}` places of a sentence.
 *
 * @param sentence a value of `ui.yaml`
 * @param values what stands in for each name; a name without a value stays as it is
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
	return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
