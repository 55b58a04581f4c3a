/**
 * What a table of checked content has under an id.
 *
 * @throws {Error} when it has nothing there; the content check should have said so
 */
export function entry<T>(table: Readonly<Record<string, T>>, id: string): T {
	const found = Object.hasOwn(table, id) ? table[id] : undefined;
	if (found === undefined) throw new Error(`Checked content has nothing under the id “${id}”.`);
	return found;
}
