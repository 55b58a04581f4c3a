import { parse, stringify } from 'yaml';
import type * as v from 'valibot';
import { PLURALS } from '$lib/model/placeholders';
import type { ContentFiles } from './files';
import { plain } from './prose';
import { WORDS } from './schema';

/** Languages that nobody speaks: English with accents, some 40 % longer; the second is written from right to left. */
export const PSEUDO_LANGUAGES = ['en-XA', 'ar-XB'] as const;

/** Accents that our fonts have, and one that they lack: “km” has no other letter. */
const ACCENTED = new Map(
	Array.from('aAcCeEiIkKnNoOuU', (letter, i) => [
		letter,
		Array.from('áÁçÇéÉíÍķĶñÑóÓúÚ')[i] ?? letter
	])
);
/** These are written twice: about four characters of ten. */
const DOUBLED = /[aeiouty]/i;
/** What is no text: placeholders, JSON that is shown as an example, and where a link leads. */
const KEPT = /(\{[^{}]*\}|\]\([a-z]+:[^)]*\))/;

/**
 * English as a language that nobody speaks.
 *
 * @param text a sentence of the interface, or prose with links
 * @param long false: as long as the English
 */
export const pseudo = (text: string, long = true): string =>
	text
		.split(KEPT)
		.map((part, i) =>
			i % 2 === 1 ? part : Array.from(part, (letter) => spell(letter, long)).join('')
		)
		.join('');

function spell(letter: string, long: boolean): string {
	const accented = ACCENTED.get(letter) ?? letter;
	return long && DOUBLED.test(letter) ? accented + accented.toLowerCase() : accented;
}

/** As long as fits, by whole words: the schema's limits are promises of the layout, and hold for translators too. */
function fitted(text: string, limit: number): string {
	const words = text.split(' ');
	for (let long = words.length; long > 0; long -= 1) {
		const tried = words.map((word, i) => pseudo(word, i < long)).join(' ');
		if (tried.length <= limit) return tried;
	}
	return pseudo(text, false);
}

/** What of a schema is needed to walk it. */
type Schema = v.GenericSchema & {
	readonly entries?: Readonly<Record<string, Schema>>;
	readonly value?: Schema;
	readonly rest?: Schema;
	readonly item?: Schema;
	readonly wrapped?: Schema;
	readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
};

/** Characters that a text may have. */
const limitOf = ({ pipe = [] }: Schema): number => {
	const most = pipe.find(({ type }) => type === 'max_length')?.requirement;
	return typeof most === 'number' ? most : Infinity;
};
/** Whether a text is an id: those have a form that is checked. */
const isId = ({ pipe = [] }: Schema): boolean => pipe.some(({ type }) => type === 'regex');

/** Names of people get accents, and are as long in every language. */
const PERSON: unknown = WORDS['people.yaml'].value;
const NAMES = ['name', 'surname'];

/** Every text of a file; ids and keys stay. */
function translate(value: unknown, schema: Schema | undefined): unknown {
	if (typeof value === 'string') {
		if (schema && isId(schema)) return value;
		return fitted(value, schema ? limitOf(schema) : Infinity);
	}
	if (Array.isArray(value))
		return value.map((item) => translate(item, schema?.wrapped?.item ?? schema?.item));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => {
			if (schema === PERSON && NAMES.includes(key)) return [key, pseudo(String(inner), false)];
			const field = schema?.entries?.[key] ?? schema?.value ?? schema?.rest;
			return [key, translate(inner, field?.wrapped && !field.pipe ? field.wrapped : field)];
		})
	);
}

interface StoryWords {
	readonly attract: Readonly<Record<string, string>>;
	readonly beats: Readonly<Record<string, { narration: string }>>;
}

/** The loop's sentences are copies out of narrations: both have to be of one length. */
function withLoop(translated: StoryWords, english: StoryWords): StoryWords {
	const attract = { ...translated.attract };
	const beats = { ...translated.beats };
	for (const [id, sentence] of Object.entries(english.attract)) {
		const beat = english.beats[id];
		if (!beat) continue;
		const narration = pseudo(beat.narration, false);
		attract[id] = pseudo(sentence, false);
		beats[id] = { ...beats[id], narration };
		if (!plain(narration).replace(/\s+/g, ' ').includes(attract[id])) {
			throw new Error(`The loop's sentence of “${id}” is not in its narration.`);
		}
	}
	return { ...translated, attract, beats };
}

/** A text for every plural category of the language, all the same. */
function withPlurals(ui: Readonly<Record<string, unknown>>, lang: string) {
	const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
	return Object.fromEntries(
		Object.entries(ui).map(([key, sentence]) => {
			if (!(PLURALS as readonly string[]).includes(key)) return [key, sentence];
			const other = typeof sentence === 'string' ? sentence : (sentence as { other: string }).other;
			return [key, Object.fromEntries(pluralCategories.map((category) => [category, other]))];
		})
	);
}

/**
 * The content in the pseudo-languages and in no other. The telegram and the facts stay as they are.
 *
 * @param real the content folder, with English in it
 */
export function pseudoContent(real: ContentFiles): ContentFiles {
	const made = new Map([...real].filter(([path]) => !/^[a-z]{2}\//.test(path)));
	for (const lang of PSEUDO_LANGUAGES) {
		for (const [name, schema] of Object.entries(WORDS)) {
			const english = parse(real.get(`en/${name}`) ?? '');
			const translated = translate(english, schema as Schema) as Record<string, unknown>;
			const file =
				name === 'ui.yaml'
					? withPlurals(translated, lang)
					: name === 'story.yaml'
						? withLoop(translated as unknown as StoryWords, english)
						: translated;
			made.set(`${lang}/${name}`, stringify(file, { lineWidth: 0 }));
		}
	}
	return made;
}
