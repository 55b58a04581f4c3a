import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { sceneAt } from '$lib/model/scene';
import { site } from '$lib/site/site';
import Room from './Room.svelte';

const { story, pictures } = site('en');
const order = story.beats.map(({ id }) => id);

const svg = (beat: string, { links = false, animate = false } = {}) =>
	render(Room, {
		props: {
			input: {
				pictures,
				order,
				scene: sceneAt(story, { beat: order.indexOf(beat), progress: 0 }),
				size: { width: 860, height: 520 },
				scale: 1
			},
			links,
			animate
		}
	}).body;

describe('the room as SVG', () => {
	it('leads from each who is there to their entry, by their whole name', () => {
		const links = [...svg('fifty', { links: true }).matchAll(/<a [^>]*>/g)].map(([tag]) => tag);
		expect(links).toHaveLength(9);
		expect(links[0]).toContain('href="people/#mikoyan"');
		expect(links[0]).toContain('aria-label="Anastas Mikoyan"');
	});

	it('leads nowhere in a file', () => {
		expect(svg('fifty')).not.toContain('<a ');
	});

	it('keeps the telegram’s words from screen readers and marks their language', () => {
		const [, hidden = ''] =
			/<g aria-hidden="true">([\s\S]*?)<a /.exec(svg('fifty', { links: true })) ?? [];
		expect(hidden).toMatch(/<g lang="en"[^>]*>[\s\S]*around fifty/);
		expect(svg('fifty')).not.toContain('data-telegram');
	});

	it('moves only where it is asked to', () => {
		expect(svg('fifty')).not.toMatch(/class="[^"]*animate/);
		expect(svg('fifty', { animate: true })).toMatch(/class="[^"]*animate/);
	});
});
