/** How much of a kind the content has: a new passage or panel breaks no test. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (name: string) => parse(readFileSync(`src/content/${name}.yaml`, 'utf8'));

const sections: readonly { readonly beats: readonly unknown[] }[] = read('story').sections;

/** The passages of the story. */
export const BEATS: number = sections.flatMap(({ beats }) => beats).length;
export const PANELS: number = Object.keys(read('topics')).length;
