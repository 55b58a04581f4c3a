import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const weighed = new Map<string, number>();

/** Weight of a built file on the wire, bytes with brotli. */
export function weight(path: string): number {
	const bytes = weighed.get(path) ?? brotliCompressSync(readFileSync(path)).length;
	weighed.set(path, bytes);
	return bytes;
}

/** Every file below a folder, as paths. */
export const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
