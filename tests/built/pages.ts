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

/** A start tag of a built page. */
export interface Tag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decoded = (text: string): string =>
	text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, code, hex, name) =>
		name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(code ? Number(code) : parseInt(hex, 16))
	);

/** Every start tag of a page that our build made, in order; what is in scripts and styles is no tag. */
export const tagsOf = (html: string): Tag[] =>
	[
		...html
			.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1')
			.replace(/<!--[\s\S]*?-->/g, '')
			.matchAll(
				/<([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi
			)
	].map(([, name = '', attributes = '']) => ({
		name: name.toLowerCase(),
		attributes: Object.fromEntries(
			[...attributes.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
				([, key = '', double, single, bare]) => [
					key.toLowerCase(),
					decoded(double ?? single ?? bare ?? '')
				]
			)
		)
	}));
