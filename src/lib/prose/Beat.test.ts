import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { site } from '$lib/site/site';
import { slim } from '$lib/site/markup';
import Beat from './Beat.svelte';

const { flow, ui } = site('en');

/** What stands folded in a passage, the lists of its pictures first. */
function foldedIn(id: string, lang = 'en'): string[] {
	const section = flow.sections.find(({ beats }) => beats.some((beat) => beat.id === id));
	const beat = section?.beats.find((other) => other.id === id);
	if (!section || !beat) throw new Error(`There is no beat “${id}”.`);
	const { body } = render(Beat, {
		props: { beat, section, total: 11, words: { ...ui, lang } }
	});
	return [...slim(body).matchAll(/<details class="as-list".*?<\/details>/g)].map(([list]) => list);
}

describe('the lists of a passage', () => {
	it('have a name that opens them, and cost no elements before', () => {
		for (const [id, title] of [
			['films', ui.roomItems],
			['three-thirty', ui.eveningItems],
			['left-out', ui.evidenceItems]
		] as const) {
			const [picture = '', map = ''] = foldedIn(id);
			expect(picture).toMatch(/<\/summary> ?<noscript>.*<\/noscript><\/details>$/);
			expect(picture).toContain(`<summary>${title}</summary>`);
			expect(map).toContain(`<summary>${ui.mapItemsUnder}</summary>`);
		}
	});

	it('tell the telegram’s words from ours, in its own language', () => {
		const words = 'they want to meet at 3:30';
		const [english = ''] = foldedIn('left-out');
		expect(english).toContain(`<a href="#three-thirty"><q>${words}</q></a> (Probable)`);
		const [spanish = ''] = foldedIn('left-out', 'es');
		expect(spanish).toContain(`<a href="#three-thirty"><q lang="en">${words}</q></a>`);
	});

	it('are of the map alone where the stage shows the map', () => {
		expect(foldedIn('october')).toHaveLength(1);
	});
});
