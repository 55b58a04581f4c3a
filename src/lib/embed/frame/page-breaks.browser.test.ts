import { afterEach, describe, expect, it } from 'vitest';
import { columnOf, pagesOf } from './columns';
import { breakAtSentences } from './page-breaks';

afterEach(() => document.body.replaceChildren());

/** Words in pages of 200 × 100 px, five lines each, with the rule for breaks as `words.css` has it. */
function stepOf(words: string): HTMLElement {
	document.body.innerHTML = `<style>
			.turn { display: block; height: 0; break-before: column }
			h3, p, blockquote { margin: 0; font: inherit }
		</style>
		<div style="width: 200px; overflow: clip; font: 16px/20px monospace">
			<div style="height: 100px; columns: 100vw 1; column-gap: 30px; column-fill: auto; orphans: 1; widows: 1">${words}</div>
		</div>`;
	return document.body.querySelector<HTMLElement>('div > div') as HTMLElement;
}

/** What each page begins with: the first words that are seen on it. */
function openings(step: HTMLElement): string[] {
	const found: string[] = [];
	const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
			const range = document.createRange();
			range.setStart(node, index);
			range.setEnd(node, index + word.length);
			const box = range.getClientRects()[0];
			if (box) found[columnOf(step, box)] ??= word;
		}
	}
	return found;
}

const sentence = (name: string, words: number) =>
	`${name} ${'word '.repeat(words - 2)}ends${name.toLowerCase()}.`;

describe('the pages of a step', () => {
	it('begin at sentences, also where one begins with a link', () => {
		const step = stepOf(
			`<p>${sentence('First', 13)} <a href="#x">Second</a> ${'word '.repeat(13)}ends. ${sentence('Third', 12)}</p>`
		);
		breakAtSentences(step, 'en');
		expect(openings(step)).toEqual(['First', 'Second', 'Third']);
		expect(step.querySelector('a')?.textContent).toBe('Second');
	});

	it('tell what became of a question on a page after it', () => {
		const step = stepOf(`<p>Question?</p><h3 class="happened">Happened</h3><p>Answer.</p>`);
		breakAtSentences(step, 'en');
		expect(openings(step)).toEqual(['Question?', 'Happened']);
	});

	it('say so where a sentence is longer than a page, and divide it at a comma', () => {
		const step = stepOf(`<p>First ${'word '.repeat(11)}word, then ${'word '.repeat(12)}ends.</p>`);
		breakAtSentences(step, 'en');
		expect(openings(step)).toEqual(['First', 'then']);
		expect(step.querySelectorAll('.within')).toHaveLength(1);
	});

	it('say so once where the part begins with a link', () => {
		const step = stepOf(
			`<p>First ${'word '.repeat(11)}word, <a href="#x">then</a> ${'word '.repeat(12)}ends.</p>`
		);
		breakAtSentences(step, 'en');
		expect(openings(step)).toEqual(['First', 'then']);
		expect(step.querySelectorAll('.within')).toHaveLength(1);
	});

	it('say so where it has no comma', () => {
		const step = stepOf(`<p>First ${'word '.repeat(28)}ends.</p>`);
		breakAtSentences(step, 'en');
		expect(pagesOf(step)).toBe(2);
		expect(step.querySelectorAll('.within')).toHaveLength(1);
	});

	it('begin with the box of their words: none stands empty on the page before', () => {
		const step = stepOf(
			`<p>${sentence('First', 9)}</p><aside class="note" style="padding-top: 10px"><p>${sentence('Second', 9)}</p></aside>`
		);
		breakAtSentences(step, 'en');
		expect(openings(step)).toEqual(['First', 'Second']);
		expect(step.querySelector('aside')?.previousElementSibling?.className).toBe('turn');
	});

	it('leave no first page without the words of the telegram, but for a line', () => {
		const step = stepOf(
			`<p>A title of three lines, of the five that there are</p><blockquote class="telegram"><p>${sentence('Second', 12)}</p></blockquote>`
		);
		breakAtSentences(step, 'en');
		expect(openings(step)).toEqual(['A', 'word']);
		expect(step.querySelectorAll('.within')).toHaveLength(1);
	});

	it('do not begin with the line of folded works alone, nor end with a heading', () => {
		const step = stepOf(
			`<p>${sentence('First', 12)}</p><h3>Second</h3><p>${sentence('Third', 9)}</p><p>Fourth.</p><details class="sources"><summary>Works</summary><ul><li>Fifth.</li></ul></details>`
		);
		breakAtSentences(step, 'en');
		expect(openings(step).slice(0, 3)).toEqual(['First', 'Second', 'Fourth.']);
	});

	it('are the same when they are counted again, and the words as they were', () => {
		const step = stepOf(`<p>${sentence('First', 11)} ${sentence('Second', 9)}</p>`);
		const words = step.textContent;
		breakAtSentences(step, 'en');
		const html = step.innerHTML;
		breakAtSentences(step, 'en');
		expect(step.innerHTML).toBe(html);
		expect(step.textContent).toBe(words);
		step.style.height = '400px';
		breakAtSentences(step, 'en');
		expect(step.querySelector('.turn')).toBeNull();
		expect(step.querySelector('p')?.childNodes).toHaveLength(1);
	});
});
