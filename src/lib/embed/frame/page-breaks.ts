/**
 * Where the pages of a step begin: before a sentence, and where one is longer than a page, before a part of it. CSS knows lines
 * only.
 */
import { sentencesOf } from '$lib/model/sentences';
import { columnOf, pageOf } from './columns';

/** An empty element in front of what a page begins with; `words.css` breaks there. */
const TURN = 'turn';
/** Another one after it says that the page begins within a sentence. */
const WITHIN = 'within';
const MARKS = `i.${TURN}, i.${WITHIN}`;

/** Blocks of running words. */
const BLOCKS = 'p, li';
/** They have a ground or a border of their own, which must not stand empty at the end of a page. */
const BOXES = '.telegram, .note';
const TELEGRAM = '.telegram';
const HEADINGS = 'h2, h3';
/** The heading of what answers a question: the page of the question does not tell. */
const ANSWER = '.happened';
/** Folded works, one line high. */
const WORKS = '.sources > summary';
const FOLDED = 'details:not([open]) > :not(summary)';

/** A page is turned early where it is at least so full: else a sentence is divided. */
const FULL = 0.5;
/** The same where the telegram begins: the first page should not be there without its words. */
const FULL_FIRST = 0.75;

/** Some characters of the words, as the browser lays them out. */
interface Stretch {
	readonly start: readonly [node: Text, offset: number];
	readonly end: readonly [node: Text, offset: number];
}

/** Takes breaks out. */
function remove(marks: Iterable<Element>): void {
	for (const mark of marks) {
		const { parentNode } = mark;
		mark.remove();
		parentNode?.normalize();
	}
}

function textsIn(block: Element): Text[] {
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
	return texts;
}

/** Finds a character of a block: its text nodes change with every break in it. */
function at(block: Element, index: number): readonly [Text, number] | null {
	let rest = index;
	for (const text of textsIn(block)) {
		if (rest < text.data.length) return [text, rest];
		rest -= text.data.length;
	}
	return null;
}

function stretch(block: Element, from: number, to: number): Stretch | null {
	const [start, end] = [at(block, from), at(block, to - 1)];
	return start && end && { start, end };
}

/** Where a character is seen; undefined for one that is not. */
function boxOf([node, offset]: readonly [Text, number]): DOMRect | undefined {
	const range = document.createRange();
	range.setStart(node, offset);
	range.setEnd(node, offset + 1);
	return range.getClientRects()[0];
}

/** Whether all of it is seen in one column; also true where nothing is seen of it. */
function isWhole(step: HTMLElement, { start, end }: Stretch): boolean {
	const [first, last] = [boxOf(start), boxOf(end)];
	return !first || !last || columnOf(step, first) === columnOf(step, last);
}

/** How much of its page stands above a stretch, 0 to 1. */
function fullBefore(step: HTMLElement, { start }: Stretch): number {
	const { top, height } = step.getBoundingClientRect();
	return height > 0 ? ((boxOf(start)?.top ?? top) - top) / height : 0;
}

/** Parts of a text with their places: from the first character that is no space to the last. */
function placesOf(parts: readonly string[], from = 0): [from: number, to: number][] {
	let before = from;
	return parts.flatMap((part) => {
		const begins = before + part.length - part.trimStart().length;
		const ends = before + part.trimEnd().length;
		before += part.length;
		return begins < ends ? [[begins, ends] as [number, number]] : [];
	});
}

/**
 * Ends a page where an empty element stands. Firefox knows no forced break between columns: there the element takes up what is
 * left of the page.
 *
 * @param page the page that ends; the element may already stand on the next one
 */
function endPage(step: HTMLElement, mark: HTMLElement, page: number): void {
	if (CSS.supports('break-before', 'column')) return;
	mark.style.height = `${step.clientHeight}px`;
	const [left] = mark.getClientRects();
	const fills = left && columnOf(step, left) === page;
	mark.style.height = `${fills ? Math.floor(left.height) : 0}px`;
}

function markOf(className: string): HTMLElement {
	return Object.assign(document.createElement('i'), { className });
}

/** The text, or the links that begin with it: a break stands in front of them, not in them. */
function outermost(block: Element, text: Text): ChildNode {
	let first: ChildNode = text;
	while (!first.previousSibling && first.parentElement && first.parentElement !== block) {
		first = first.parentElement;
	}
	return first;
}

/** Ends a page before a character of a block. @returns takes the break out again */
function breakBefore(
	step: HTMLElement,
	page: number,
	block: Element,
	index: number,
	within: boolean
): () => void {
	const place = at(block, index);
	if (!place) return () => {};
	const [text, offset] = place;
	const mark = markOf(TURN);
	const marks = within ? [mark, markOf(WITHIN)] : [mark];
	(offset > 0 ? text.splitText(offset) : outermost(block, text)).before(...marks);
	endPage(step, mark, page);
	return () => remove(marks);
}

/** Ends a page before a block, or before its box where it is the first in it. @returns takes the break out again */
function breakBeforeBlock(step: HTMLElement, page: number, block: Element): () => void {
	const box = block.closest(BOXES);
	const first = box?.querySelector(BLOCKS) === block ? box : block;
	const mark = markOf(TURN);
	first.before(mark);
	endPage(step, mark, page);
	return () => remove([mark]);
}

/** The block before another one; of a list its last item. */
function lastBefore(block: Element | null): Element | null {
	const before = block?.previousElementSibling ?? null;
	return before?.matches('ol, ul') ? before.lastElementChild : before;
}

/** Takes a block to the page of what comes after it, if it is not divided itself. */
function keepTogether(step: HTMLElement, block: Element | null, after: Element | null): void {
	const [next] = after?.getClientRects() ?? [];
	const [first, ...more] = [...(block?.getClientRects() ?? [])].map((box) => columnOf(step, box));
	if (!block || !next || first === undefined || columnOf(step, next) <= first) return;
	if (more.every((page) => page === first)) breakBeforeBlock(step, first, block);
}

/** Where a page still begins within a sentence, it says so. @param words places of the words of the sentence */
function signGoingOn(step: HTMLElement, block: Element, words: readonly [number, number][]): void {
	let before: number | null = null;
	for (const [from] of words) {
		const place = at(block, from);
		const box = place && boxOf(place);
		if (!box) continue;
		const page = columnOf(step, box);
		const marked = place[1] === 0 && outermost(block, place[0]).previousSibling?.nodeName === 'I';
		if (before !== null && page > before && !marked) {
			breakBefore(step, before, block, from, true);
		}
		before = page;
	}
}

/**
 * Lets the pages of a step begin at sentences. A second call removes the breaks of the first: the words may have another size.
 *
 * @param step an element in columns as wide as itself, with a definite height
 * @param lang language of its words, but for those in elements with a language of their own
 */
export function breakAtSentences(step: HTMLElement, lang: string): void {
	remove(step.querySelectorAll(MARKS));
	for (const block of step.querySelectorAll(`${BLOCKS}, ${HEADINGS}, ${WORKS}`)) {
		if (block.closest(FOLDED)) continue;
		const before = block.matches(ANSWER) && lastBefore(block);
		if (before && pageOf(step, before) === pageOf(step, block)) {
			breakBeforeBlock(step, pageOf(step, block), block);
		} else if (block.matches(HEADINGS)) keepTogether(step, block, block.nextElementSibling);
		else if (block.matches(WORKS)) keepTogether(step, lastBefore(block.parentElement), block);
		else breakBlock(step, block, lang);
	}
}

function breakBlock(step: HTMLElement, block: Element, lang: string): void {
	const text = block.textContent ?? '';
	const spoken = block.closest<HTMLElement>('[lang]')?.lang || lang;
	const ends = (from: number, to: number, within: boolean): boolean => {
		const here = stretch(block, from, to);
		const box = here && boxOf(here.start);
		if (!box || isWhole(step, here)) return true;
		const page = columnOf(step, box);
		const opens = text.slice(0, from).trim() === '';
		const full = page === 0 && opens && block.closest(TELEGRAM) ? FULL_FIRST : FULL;
		if (fullBefore(step, here) < full) return false;
		const undo = opens
			? breakBeforeBlock(step, page, block)
			: breakBefore(step, page, block, from, within);
		const moved = stretch(block, from, to);
		if (moved && isWhole(step, moved)) return true;
		undo();
		return false;
	};
	for (const [from, to] of placesOf(sentencesOf(text, spoken))) {
		if (ends(from, to, false)) continue;
		const sentence = text.slice(from, to);
		for (const [start, end] of placesOf(sentence.split(/(?<=[,;:—]\s)/u), from)) {
			if (start > from) ends(start, end, true);
		}
		signGoingOn(step, block, placesOf(sentence.split(/(?<=\s)/u), from));
	}
}
