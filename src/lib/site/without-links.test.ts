import { describe, expect, it } from 'vitest';
import { withoutLinks } from './without-links';

describe('withoutLinks', () => {
	it('keeps every word and no link', () => {
		const html =
			'<p><a class="paragraph-number" href="#p05" aria-label="Paragraph 5">¶5</a> ' +
			'<a href="people/#guevara">Guevara</a>, <a href="https://example.org" rel="external">a work</a></p>';
		const plain = withoutLinks(html);
		expect(plain).not.toMatch(/<a\b|href/);
		expect(plain).toBe(
			'<p><span class="paragraph-number">¶5</span> ' +
				'<span class="name" data-card="person-guevara">Guevara</span>, <span>a work</span></p>'
		);
	});

	it('opens what was folded away', () => {
		expect(
			withoutLinks('<details class="sources"><summary>Sources</summary><ul></ul></details>')
		).toBe('<section class="sources"><h4>Sources</h4><ul></ul></section>');
	});

	it('leaves other elements that begin with an a', () => {
		expect(withoutLinks('<aside><article>x</article></aside>')).toBe(
			'<aside><article>x</article></aside>'
		);
	});
});
