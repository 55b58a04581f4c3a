import { describe, expect, it } from 'vitest';
import { EVIDENCE_MARKS } from '$lib/model/evidence';
import { markWord } from '$lib/model/word-keys';
import type { PictureItem } from '$lib/model/prose';
import { checkContent } from './check';
import { readContent } from './files';
import { pictureLists } from './picture-items';
import { buildPictures } from './pictures';
import { wordsOf } from './story';

const content = checkContent(readContent());
const pictures = buildPictures(content, 'en');
const ui = wordsOf(content, 'en')['ui.yaml'];
const beats = content.facts['story.yaml'].sections.flatMap((section) =>
	section.beats.map((beat) => ({ ...beat, sectionNumber: section.number }))
);
const order = beats.map(({ id }) => id);
const showing = (kind: 'room' | 'evening' | 'evidence') =>
	beats.filter(({ stage }) => stage.includes(kind)).map(({ id }) => id);

function listsOf(beat: string) {
	const { stage, sectionNumber } = beats[order.indexOf(beat)] ?? { stage: [], sectionNumber: null };
	return pictureLists({ pictures, order, scene: { beat, stage, sectionNumber }, ui });
}
/** A line as it is read; quotation marks stand where the page has them. */
const read = ({ runs }: PictureItem): string =>
	runs.map(({ text, quote }) => (quote ? `“${text}”` : text)).join('');
const itemsOf = (beat: string) => listsOf(beat).flatMap(({ items }) => items);
const linesOf = (beat: string) => itemsOf(beat).map(read);
const notesOf = (beat: string) => listsOf(beat).flatMap(({ notes }) => notes);

describe('the evening as a list', () => {
	it('has the subjects in order with their words, and what the passage is about', () => {
		expect(linesOf('without-touching')).toEqual([
			'about seven, worked out',
			'the palace (38 words)',
			'Brazil’s plan (61 words)',
			'bases, missiles (147 words)',
			'his business (42 words; what he came for, announced here and stated nowhere; what this passage is about)',
			'where is Fidel? (68 words)',
			'7 more subjects, still ahead',
			'midnight, told'
		]);
		expect(notesOf('without-touching')).toEqual([ui.eveningRule, ui.eveningOrder]);
	});

	it('names nothing that the reader has not come to', () => {
		const { blocks, threads } = pictures.evening;
		for (const beat of showing('evening')) {
			const here = order.indexOf(beat);
			const text = linesOf(beat).join('\n');
			for (const { label, beats } of blocks) {
				expect(text.includes(label), `${label} at ${beat}`).toBe(
					order.indexOf(beats[0]?.id ?? '') <= here
				);
			}
			for (const { label, beat: at } of threads) {
				expect(text.includes(label), `${label} at ${beat}`).toBe(order.indexOf(at) <= here);
			}
		}
		expect(linesOf('no-need')).toContain('1 more subject, still ahead');
	});

	it('has the threads of Monday where they fall in', () => {
		const lines = linesOf('no-need');
		const after = (line: string) => lines[lines.indexOf(line) + 1];
		expect(after('spy planes (56 words)')).toBe('guns near Santiago (Monday, writing)');
		expect(after('the party (27 words; what this passage is about)')).toBe(
			'“no need” to retell it (Monday, writing; not told; what this passage is about)'
		);
	});

	it('has three kinds of hour: worked out, told, and expected after midnight', () => {
		expect(linesOf('three-thirty').at(0)).toBe('about seven, worked out');
		expect(linesOf('three-thirty').slice(-3)).toEqual([
			'the movies (29 words)',
			'midnight, told',
			'“they want to meet” (Monday, writing; 3:30, expected; what this passage is about)'
		]);
		expect(linesOf('unfinished-meeting').at(-1)).toBe(
			'“they want to meet” (Monday, writing; 3:30, expected; the telegram ends before it)'
		);
	});

	it('leads from each subject to its first passage', () => {
		const links = itemsOf('three-thirty').flatMap(({ runs }) =>
			runs.flatMap(({ text, beat }) => (beat ? [[text, beat]] : []))
		);
		const { blocks, threads } = pictures.evening;
		expect(links).toHaveLength(blocks.length + threads.length);
		expect(links).toContainEqual(['why not China?', 'convenient-moment']);
		expect(links).toContainEqual(['guns near Santiago', 'bracket']);
	});
});

describe('the line of evidence as a list', () => {
	const claims = pictures.evidence.paragraphs.flatMap((paragraph) => paragraph.claims);

	it('only counts, before the words are read', () => {
		expect(linesOf('how-to-read').slice(0, 2)).toEqual([
			'¶1: 2 claims, weighed',
			'¶2: 4 claims, weighed'
		]);
		expect(linesOf('how-to-read')).toHaveLength(16);
		const all = [...linesOf('how-to-read'), ...notesOf('how-to-read')].join('\n');
		for (const mark of EVIDENCE_MARKS) expect(all).not.toContain(ui[markWord(mark)]);
		for (const { quote } of claims) expect(all).not.toContain(quote);
		for (const name of pictures.evidence.absent) expect(all).not.toContain(name);
		expect(itemsOf('how-to-read').flatMap(({ items }) => items)).toEqual([]);
	});

	it('has at the end each weighed phrase under its paragraph, with its mark and the way to it', () => {
		const paragraphs = itemsOf('left-out');
		expect(paragraphs.map(read)).toEqual(linesOf('how-to-read'));
		expect(paragraphs[4]?.items.map(read)).toEqual([
			'“important information from Moscow” (Probable)',
			'“he did not have any contact with Fidel” (Only this telegram says so)',
			'“only two overflights by U-2s at high altitude” (Probable)',
			'“for the first time” (Contradicted)',
			'“they opened fire only today, at one American plane” (Only this telegram says so)'
		]);
		const links = paragraphs
			.flatMap(({ items }) => items)
			.map(({ runs }) => runs.find(({ quote }) => quote)?.beat);
		expect(links).toEqual(claims.map(({ beat }) => beat));
	});

	it('counts the marks, and says outside of the paragraphs what is never named', () => {
		const [tally = '', absent] = notesOf('left-out');
		expect(tally).toContain(`${claims.length} claims, weighed`);
		for (const mark of EVIDENCE_MARKS) {
			const n = claims.filter((claim) => claim.mark === mark).length;
			expect(tally).toContain(`${ui[markWord(mark)]} (${n})`);
		}
		expect(absent).toBe('Never named: Khrushchev, Mao, U Thant, the Il-28');
	});
});

describe('what is said in the room, as a list', () => {
	it('has who speaks to whom, how, and the words that report it', () => {
		expect(linesOf('telephone')).toEqual([
			'Dorticós to the Soviets: “Dorticos said that today he did not have any contact with Fidel”',
			'Dorticós on the telephone (to whom is not said): “He immediately called somewhere”',
			'Dorticós to the Soviets: “then stated that Fidel was out of town but that they would find him and pass the message to him”'
		]);
		expect(linesOf('the-question')).toEqual([
			'Dorticós to Mikoyan (question): “What connection do you see between our disagreements and the positions of the Chinese Communist party?”'
		]);
	});

	it('has every exchange of its beats, and nothing where nobody is reported to speak', () => {
		for (const beat of showing('room')) {
			const quotes = itemsOf(beat).flatMap(({ runs }) => runs.filter(({ quote }) => quote));
			const speech = pictures.speech[beat] ?? [];
			expect(
				quotes.map(({ text }) => text),
				beat
			).toEqual(speech.map(({ quote }) => quote));
		}
		expect(listsOf('they-did-not-argue')).toEqual([]);
	});
});

it('is no list of a map or a chart: they have their own', () => {
	expect(listsOf('october')).toEqual([]);
	expect(listsOf('two-u2s')).toEqual([]);
});
