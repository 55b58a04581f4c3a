import release from '$lib/embed/host/release.json';
import type { SnippetPlace } from '$lib/embed/maker/snippet';
import { languageOf } from '$lib/embed/protocol/protocol';
import { DEFAULT_LANGUAGE } from '$lib/model/languages';
import type { FlowBeat, PersonCard, Run } from '$lib/model/prose';
import { formatMessage } from '$lib/model/words';
import { openingOf } from '$lib/content/sentences';
import { absolute } from './address';
import { embedPage, embedsOf } from './embeds';
import { readPictureName } from './picture-names';
import { site } from './site';
import type { EmbedPage } from '$lib/model/embed';
import type { EmbedThing } from '$lib/embed/maker/data';

/** Characters that a window of reading has room for, about. */
const PAGE = 700;
const pagesOf = (characters: number) => Math.max(1, Math.ceil(characters / PAGE));

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
const sum = (texts: readonly string[]) => texts.reduce((all, { length }) => all + length, 0);

const pagesOfBeat = ({ passages, narration, notes }: FlowBeat) =>
	pagesOf(
		sum([
			...passages.map(({ runs }) => textOf(runs)),
			...narration.map(textOf),
			...notes.flatMap(({ quote, note }) => [quote, note])
		])
	);

const pagesOfPerson = ({ office, role, sentence, bio, humanDetail, cautions }: PersonCard) =>
	pagesOf(sum([office, role, sentence, ...bio.map(textOf), humanDetail, ...cautions]));

/** How long the reading is, in windows. */
function lengthOf({ embed, steps, person }: EmbedPage): number {
	if (person) return pagesOfPerson(person);
	if (embed.kind === 'map') return 1;
	return Math.max(
		1,
		steps.map(({ beat }) => pagesOfBeat(beat)).reduce((a, b) => a + b, 0)
	);
}

/** What it is about, and what its picture shows: sentences of the content, as they stand there. */
function sentencesOf({ embed, steps, person, words, lang }: EmbedPage): string[] {
	if (person) return [person.sentence, formatMessage(words, 'personRoleOf', { role: person.role })];
	const [step] = steps;
	if (!step) return [];
	const opening = openingOf(textOf(step.beat.narration[0] ?? []), lang);
	return [embed.kind === 'story' ? words.description : opening, step.says].filter(Boolean);
}

/** A few words more, where titles are numbers or names. */
function aboutOf({ embed, steps, person }: EmbedPage): string {
	if (person) return person.role;
	if (embed.kind !== 'paragraph') return '';
	return steps.map(({ beat }) => beat.title).join(' · ');
}

const things = new Map<string, EmbedThing[]>();

/** Everything that can be embedded, in the order of the story. */
export function thingsOf(lang: string): EmbedThing[] {
	const known = things.get(lang);
	if (known && !import.meta.env.DEV) return known;
	const embeds = embedsOf(lang);
	const { ui: words, flow } = site(lang);
	const beats = flow.sections.flatMap((section) => section.beats);
	/** The map is called a map, the others a picture. */
	const altOf = (pictured: string) => {
		const { beat: id, map } = readPictureName(pictured);
		const beat = beats.find((other) => other.id === id);
		const isMap = map || !beat?.picture;
		return formatMessage(words, isMap ? 'embedMapOf' : 'embedPictureOf', {
			title: beat?.title ?? ''
		});
	};
	const made = embeds.flatMap((embed) => {
		const page = embedPage(lang, embed.id);
		if (!page) return [];
		const { id, kind, title, where, pictured } = embed;
		const section = page.steps[0]?.section;
		const belongs = section && (kind === 'beat' || kind === 'map');
		return [
			{
				id,
				kind,
				title,
				where,
				pictured,
				pictureAlt: altOf(pictured),
				sentences: sentencesOf(page),
				pages: lengthOf(page),
				section: belongs ? section.title : '',
				about: aboutOf(page)
			}
		];
	});
	things.set(lang, made);
	return made;
}

/** Where published snippets point to. */
export const snippetPlace = (lang: string): SnippetPlace => ({
	site: absolute('/'),
	lang: languageOf(lang) ?? DEFAULT_LANGUAGE,
	version: release.version,
	integrity: release.integrity
});
