import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Weight of a built file on the wire, bytes with brotli. */
export const weight = (path: string): number => brotliCompressSync(readFileSync(path)).length;

/** Every file below a folder, as paths. */
export const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
