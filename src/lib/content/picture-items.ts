import { toldAt } from '$lib/model/evening';
import { EVIDENCE_MARKS } from '$lib/model/evidence';
import { enumeration } from '$lib/model/intl';
import type { EveningBlock, EveningThread, Pictures } from '$lib/model/pictures';
import type { PictureItem, PictureList } from '$lib/model/prose';
import type { Scene } from '$lib/model/story';
import { markWord } from '$lib/model/word-keys';
import { aroundPlaceholder, formatMessage, type Words } from '$lib/model/words';
import { exchangeOf } from './who-speaks';

interface ListInput {
	readonly pictures: Pick<Pictures, 'people' | 'speech' | 'evening' | 'evidence'>;
	/** Ids of all beats, in their order. */
	readonly order: readonly string[];
	readonly scene: Pick<Scene, 'beat' | 'sectionNumber' | 'stage'>;
	readonly ui: Words;
}

/**
 * What the pictures of a beat show beside the map, as lists in words. They tell no more than the pictures: what lies ahead
 * of the reader is counted and not named.
 */
export function pictureLists(input: ListInput): PictureList[] {
	const lists = { room: roomList, evening: eveningList, evidence: evidenceList };
	return input.scene.stage
		.flatMap((kind) => (kind === 'map' || kind === 'chart' ? [] : [lists[kind](input)]))
		.filter(({ items }) => items.length > 0);
}

type Run = PictureItem['runs'][number];

const itemOf = (runs: readonly Run[], items: readonly PictureItem[] = []): PictureItem => ({
	runs: runs.filter(({ text }) => text),
	items
});
/** A line without a link. */
const plainItem = (text: string, items?: readonly PictureItem[]) => itemOf([{ text }], items);

/** A sentence with words in it that are more than text. */
const inside = ([before, after]: readonly [string, string], run: Run): Run[] => [
	{ text: before },
	run,
	{ text: after }
];

function roomList({ pictures, scene, ui }: ListInput): PictureList {
	const items = (pictures.speech[scene.beat] ?? []).map(({ quote, ...one }) => {
		const exchange = exchangeOf(one, pictures.people, ui);
		const around = aroundPlaceholder(ui, 'mapItem', 'about', { item: exchange });
		return itemOf(inside(around, { text: quote, quote: true }));
	});
	return { title: ui.roomItems, items, notes: [] };
}

function eveningList({ pictures: { evening }, order, scene, ui }: ListInput): PictureList {
	const told = toldAt({ pictures: { evening, words: ui }, order, scene });
	/** A line that leads to a passage, with all that is to be said of it. */
	const linked = (text: string, beat: string, [first = '', ...more]: readonly string[]) => {
		const about = more.reduce(
			(about, more) => formatMessage(ui, 'mapItemAlso', { about, more }),
			first
		);
		return itemOf(inside(aroundPlaceholder(ui, 'pictureItem', 'item', { about }), { text, beat }));
	};
	const blockItem = (block: EveningBlock) =>
		linked(block.label, block.beats[0]?.id ?? '', [
			told.countOf(block),
			...(block.id === evening.business ? [ui.eveningAnnounced] : []),
			...(block.id === told.back?.id ? [ui.eveningBack] : []),
			...(told.stateOf(block) === 'now' ? [ui.legendFocus] : [])
		]);
	const threadItem = ({ beat, label, expected }: EveningThread) =>
		linked(label, beat, [
			ui.eveningMonday,
			...(expected ? [ui.eveningExpected] : []),
			...(expected && told.over ? [ui.eveningOpen] : []),
			...(beat === told.untold?.beat ? [ui.eveningNotTold] : []),
			...(beat === scene.beat ? [ui.legendFocus] : [])
		]);
	const threadsAt = (count: number) =>
		told.threads.filter(({ after }) => after === count).map(threadItem);
	const reached = evening.blocks.filter((block) => told.stateOf(block) !== 'ahead');
	const ahead = evening.blocks.length - reached.length;
	return {
		title: ui.eveningItems,
		items: [
			plainItem(ui.eveningSeven),
			...reached.flatMap((block, i) => [...threadsAt(i), blockItem(block)]),
			...(ahead > 0
				? [...threadsAt(reached.length), plainItem(formatMessage(ui, 'eveningAhead', { n: ahead }))]
				: []),
			plainItem(ui.eveningMidnight),
			...threadsAt(evening.blocks.length)
		],
		notes: [ui.eveningRule, ui.eveningOrder]
	};
}

function evidenceList({ pictures: { evidence }, order, scene, ui }: ListInput): PictureList {
	const here = order.indexOf(scene.beat);
	const paragraphs = evidence.paragraphs.map((paragraph) => ({
		...paragraph,
		read: paragraph.claims.filter(({ beat }) => order.indexOf(beat) <= here)
	}));
	const list = enumeration(ui.lang);
	const line = (item: string, about: string) => formatMessage(ui, 'mapItem', { item, about });
	const tally = (n: number) => formatMessage(ui, 'evidenceTally', { n });
	const all = evidence.paragraphs.flatMap(({ claims }) => claims);
	const read = paragraphs.flatMap((paragraph) => paragraph.read);
	const counts = EVIDENCE_MARKS.map((mark) => {
		const about = read.filter((claim) => claim.mark === mark).length;
		return formatMessage(ui, 'pictureItem', { item: ui[markWord(mark)], about });
	});
	return {
		title: ui.evidenceItems,
		items: paragraphs.map(({ label, claims, read }) =>
			plainItem(
				line(label, tally(claims.length)),
				read.map(({ beat, mark, quote }) => {
					const about = ui[markWord(mark)];
					const around = aroundPlaceholder(ui, 'pictureItem', 'item', { about });
					return itemOf(inside(around, { text: quote, beat, quote: true }));
				})
			)
		),
		notes: [
			read.length > 0 ? line(tally(all.length), list.format(counts)) : tally(all.length),
			...(read.length === all.length ? [line(ui.evidenceAbsent, list.format(evidence.absent))] : [])
		]
	};
}
