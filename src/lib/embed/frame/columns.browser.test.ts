import { afterEach, describe, expect, it } from 'vitest';
import { pageOf, pagesOf, showPage } from './columns';

afterEach(() => document.body.replaceChildren());

/** Three pages of one paragraph each, 200 × 100 px. */
function stepIn(dir: string): HTMLElement {
	document.body.innerHTML = `<div dir="${dir}" style="width: 200px; overflow: clip">
		<div style="height: 100px; columns: 100vw 1; column-gap: 30px; column-fill: auto">
			${'<p style="height: 100px; margin: 0">Words</p>'.repeat(3)}
		</div>
	</div>`;
	return document.body.firstElementChild?.firstElementChild as HTMLElement;
}

describe.each(['ltr', 'rtl'])('pages of words that are written %s', (dir) => {
	it('are counted, and each paragraph stands on its page', () => {
		const step = stepIn(dir);
		expect(pagesOf(step)).toBe(3);
		expect([...step.children].map((paragraph) => pageOf(step, paragraph))).toEqual([0, 1, 2]);
	});

	it('are seen when they are turned to', () => {
		const step = stepIn(dir);
		const { left } = step.getBoundingClientRect();
		for (const page of [1, 2, 0]) {
			showPage(step, page);
			const lefts = [...step.children].map((child) => child.getBoundingClientRect().left);
			expect(lefts.indexOf(left)).toBe(page);
			expect(pageOf(step, step.children[2] as Element)).toBe(2);
		}
	});
});
