import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The content folder in memory: path below it → text. Tests break a copy of it on purpose. */
export type ContentFiles = ReadonlyMap<string, string>;

/** Where the content lies, seen from the project's folder; tests build from another. */
const CONTENT = process.env.CONTENT_DIR ?? 'src/content';

/**
 * Reads the content folder.
 *
 * @throws when the folder cannot be read; the message says which and what to do
 */
export function readContent(folder = CONTENT): ContentFiles {
	const root = resolve(folder);
	try {
		const paths = readdirSync(root, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /\.(ya?ml|md|txt)$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name));
		return new Map(
			paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')])
		);
	} catch (cause) {
		throw new Error(
			`The content folder ${folder} cannot be read: start from the project's folder.`,
			{
				cause
			}
		);
	}
}
