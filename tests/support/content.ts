/** How much of a kind the content has: a new passage or panel breaks no test. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (name: string) => parse(readFileSync(`src/content/${name}.yaml`, 'utf8'));

interface Section {
	readonly beats: readonly { readonly stage: string | readonly string[] }[];
}
const sections: readonly Section[] = read('story').sections;

/** The passages of the story. */
export const BEATS: number = sections.flatMap(({ beats }) => beats).length;
/** Stills of a page without the application: one opens each section, and every other picture than a map or a chart has one. */
export const STILLS: number = sections.flatMap(({ beats }) =>
	beats.filter(
		({ stage }, i) => i === 0 || /^(room|evening|evidence)$/.test([stage].flat()[0] ?? '')
	)
).length;
export const PANELS: number = Object.keys(read('topics')).length;
