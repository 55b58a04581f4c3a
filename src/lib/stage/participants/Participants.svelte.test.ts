import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ParticipantCard, Pictures } from '$lib/model/pictures';
import { cardAt } from './card-at';
import Participants from './Participants.svelte';

const card = (id: string, more: Partial<ParticipantCard> = {}): ParticipantCard => ({
	id,
	kind: 'speaks',
	name: id,
	post: 'office',
	toWhom: 'to somebody',
	line: `What ${id} does`,
	...more
});
const words = { lang: 'en', cardsTitle: 'Cards', cardSpokenOf: 'spoken of here' };
const show = (cards: readonly ParticipantCard[]) =>
	render(Participants, { props: { cards, words: words as unknown as Pictures['words'] } });

/** Cards whose click has got through to the page, which opens them. */
function opened(): string[] {
	const seen: string[] = [];
	document.body.addEventListener('click', ({ target }) => {
		const { card: id } = (target as Element).closest<HTMLElement>('[data-card]')?.dataset ?? {};
		if (id) seen.push(id);
	});
	return seen;
}

/** A passage of ten lines of the telegram, 20 px each, under 100 px of heading and above 100 px of the narrator. */
function passage(id: string): HTMLElement {
	document.getElementById(id)?.remove();
	const article = document.createElement('article');
	article.id = id;
	article.innerHTML =
		'<div style="height: 100px"></div><div style="height: 200px" data-telegram></div><div style="height: 100px"></div>';
	document.body.append(article);
	return article;
}

describe('the card of the words that are read', () => {
	const cards = [card('mikoyan', { from: 0 }), card('guevara', { from: 0.6 }), card('kennedy')];

	it('is that of the last who began to speak above the reading line', () => {
		const article = passage('rumour');
		const at = (line: number) => cardAt(cards, 'rumour', line / article.offsetHeight);
		expect([0, 90, 110, 210, 230, 400].map(at)).toEqual([0, 0, 0, 0, 1, 1]);
		article.remove();
	});

	it('is the first where the passage is not in the page', () => {
		expect(cardAt(cards, 'elsewhere', 0.9)).toBe(0);
	});
});

describe('the cards of the participants', () => {
	it('say who, in what office, to whom and what, and which of them is only spoken of', async () => {
		await show([card('guevara'), card('kennedy', { kind: 'spoken-of', toWhom: '' })]);
		const [first, second] = document.querySelectorAll('[data-participant]');
		expect(first?.textContent).toMatch(/guevara.*to somebody.*office.*What guevara does/s);
		expect(second?.textContent).toContain('spoken of here');
	});

	it('open nothing for a whole side and for a count', async () => {
		await show([card('cubans'), card('less', { kind: 'count' })]);
		expect(document.querySelectorAll('button')).toHaveLength(0);
	});

	it('come in with the words that are read, on a phone, until a hand pulls them', async () => {
		await page.viewport(390, 844);
		const cards = [card('mikoyan'), card('guevara')];
		const { rerender } = await show(cards);
		const list = document.querySelector('[data-participants]');
		await rerender({ at: 1 });
		await expect.poll(() => list?.scrollLeft).toBeGreaterThan(30);
		await rerender({ at: 0 });
		await expect.poll(() => list?.scrollLeft).toBe(0);
		list?.dispatchEvent(new Event('touchmove'));
		await rerender({ at: 1 });
		await new Promise(requestAnimationFrame);
		await new Promise(requestAnimationFrame);
		expect(list?.scrollLeft).toBe(0);
	});

	it('come in from the side before they open, where a finger touches what can be seen of them', async () => {
		await page.viewport(390, 844);
		await show([card('mikoyan'), card('guevara')]);
		const seen = opened();
		const second = document.querySelector<HTMLElement>('[data-participant="guevara"] button');
		const list = document.querySelector('[data-participants]');
		const { left = 0, top = 0 } = second?.getBoundingClientRect() ?? {};
		const right = list?.getBoundingClientRect().right ?? 0;
		expect(left).toBeLessThan(right);
		const touch = () =>
			second?.dispatchEvent(
				new MouseEvent('click', { bubbles: true, detail: 1, clientX: left + 2, clientY: top + 9 })
			);
		touch();
		expect(seen).toEqual([]);
		await expect.poll(() => list?.scrollLeft).toBeGreaterThan(0);
		await expect.poll(() => second?.getBoundingClientRect().right).toBeLessThanOrEqual(right + 1);
		touch();
		expect(seen).toEqual(['person-guevara']);
	});

	it('open by a key at once', async () => {
		await page.viewport(390, 844);
		await show([card('mikoyan'), card('guevara')]);
		const seen = opened();
		await userEvent.tab();
		await userEvent.tab();
		await userEvent.keyboard('{Enter}');
		expect(seen).toEqual(['person-guevara']);
	});

	it('leave the corner of a short phone to the tools that stand over it', async () => {
		await page.viewport(320, 568);
		const CORNER = 92;
		document.body.style.setProperty('--corner', `${CORNER}px`);
		const lastLine = async (line: string) => {
			const shown = await show([{ ...card('guevara'), line }]);
			const element = document.querySelector('.line');
			const range = document.createRange();
			range.selectNodeContents(element?.firstChild as Node);
			const box = element?.getBoundingClientRect();
			const words = [...range.getClientRects()].at(-1);
			await shown.unmount();
			return {
				beside: (box?.right ?? 0) - (words?.right ?? 0),
				below: (box?.bottom ?? 0) - (words?.bottom ?? 0)
			};
		};
		for (let n = 4; n <= 14; n += 1) {
			const { beside, below } = await lastLine('bases '.repeat(n).trim());
			// The last line ends before the corner, or there is an empty one below it.
			expect(beside >= CORNER || below > 8, `${n} words`).toBe(true);
		}
		document.body.style.removeProperty('--corner');
	});
});
