import type { ContentFiles } from './files';

/** Languages of the content: its folders with the code of a language (`es`, `pt-BR`), each with words in it. */
export function languagesOf(files: ContentFiles): string[] {
	const folders = [...files.keys()].flatMap(
		(path) => /^([a-z]{2,3}(?:-\w+)*)\/[^/]+\.yaml$/.exec(path)?.[1] ?? []
	);
	return [...new Set(folders)].sort();
}
