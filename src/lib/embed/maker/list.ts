import type { UiKey } from '$lib/model/ui-keys';
import type { EmbedThing } from './data';

/** Kinds of things in the order of the page, each with its word in `ui.yaml`. */
export const KINDS = [
	{ kind: 'story', word: 'embedKindStory' },
	{ kind: 'section', word: 'embedKindSection' },
	{ kind: 'beat', word: 'embedKindBeat' },
	{ kind: 'paragraph', word: 'embedKindParagraph' },
	{ kind: 'map', word: 'embedKindMap' },
	{ kind: 'person', word: 'embedKindPerson' }
] as const satisfies readonly { kind: EmbedThing['kind']; word: UiKey }[];

interface Group {
	/** For the document, unique among the groups. */
	readonly id: string;
	/** Title of the section; empty for things that belong to none. */
	readonly section: string;
	readonly things: readonly EmbedThing[];
}

/** Without accents and capitals: “dorticos” finds Dorticós. */
const loose = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();

/**
 * Things of one kind, by section, in their order.
 *
 * @param wanted every word of it is in the title, the section or what else the list says
 */
export function groupsOf(
	things: readonly EmbedThing[],
	kind: EmbedThing['kind'],
	wanted: string
): Group[] {
	const looked = loose(wanted).split(/\s+/).filter(Boolean);
	const groups = new Map<string, EmbedThing[]>();
	for (const thing of things) {
		const said = loose(`${thing.title} ${thing.section} ${thing.about}`);
		if (thing.kind !== kind || !looked.every((word) => said.includes(word))) continue;
		groups.set(thing.section, [...(groups.get(thing.section) ?? []), thing]);
	}
	return [...groups].map(([section, found], i) => ({ id: `group-${i}`, section, things: found }));
}
