/** What the test of the pseudo-languages takes for a fault, and what it does not (`faults.ts`). */
import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './faults';

const SOUND = [
	['words that fit', '<p>Á sóúñd séñtéñcé</p>'],
	[
		'what scrolls',
		'<div style="width: 80px; overflow: auto; white-space: nowrap">Á lóñg séñtéñcé ín á bóx</div>'
	],
	[
		'what is said to screen readers alone',
		'<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">Á séñtéñcé</p>'
	],
	['the telegram and its quotations', '<p data-telegram>English</p><q>of 1962</q>'],
	[
		'what goes whole where it has no room',
		'<div style="display: flex; flex-wrap: wrap; width: 90px; height: 18px; overflow: hidden"><b>Óñé</b><i>áñd á lóñg óñé</i></div>'
	],
	['the next page of a frame', framed('<p>Fírst</p><p style="break-before: column">Séçóñd</p>')]
] as const;

const BROKEN = [
	[
		'cut at the side',
		'<p style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">Á lóñg séñtéñcé</p>',
		/^cut off by p: “Á lóñg séñtéñcé”/
	],
	[
		'cut below',
		'<p style="width: 60px; height: 20px; overflow: hidden">Á lóñg séñtéñcé</p>',
		/^cut off below or above by p/
	],
	[
		'wider than its button',
		'<button style="width: 40px; padding: 0; white-space: nowrap">Á lóñg wórd</button>',
		/^leaves its button/
	],
	['beside the window', '<p style="margin-left: -60px">Á séñtéñcé</p>', /^beside the window/],
	[
		'below the window, where nothing scrolls',
		'<p style="position: fixed; top: calc(100vh - 10px); margin: 0">Á séñtéñcé</p>',
		/^above or below the window/
	],
	[
		'over other words of the row',
		'<div data-table style="display: flex"><b>Óñé</b><b style="margin-left: -20px">Twó áñd</b></div>',
		/lies over/
	],
	['in English', '<p>A sentence</p>', /^not translated: “A sentence”/],
	['in English, in a name', '<button aria-label="Close">✕</button>', /^not translated: aria-label/],
	[
		'on no page of a frame',
		framed('<p style="break-before: column">Séçóñd</p>', 500),
		/^nothing on/
	],
	[
		'in a page wider than the window',
		'<div style="width: 2000px">Á séñtéñcé</div>',
		/^the page is 2\d\d\d px wide/
	]
] as const;

/** Words in columns of a frame, moved by so many px to the side. */
function framed(words: string, by = 0): string {
	return `<div data-frame><div data-words style="width: 200px; overflow: clip">
		<div style="height: 100px; columns: 100vw 1; column-fill: auto; transform: translateX(${by}px)">${words}</div>
	</div></div>`;
}

const see = (page: Page, body: string) =>
	page.setContent(`<!doctype html><html lang="en-XA"><body>${body}</body></html>`);

test('words that a reader sees whole are no fault', async ({ page }) => {
	for (const [what, body] of SOUND) {
		await see(page, body);
		expect(await faultsOf(page), what).toEqual([]);
	}
});

test('words that are broken are named', async ({ page }) => {
	for (const [what, body, sentence] of BROKEN) {
		await see(page, body);
		expect(await faultsOf(page), what).toEqual(
			expect.arrayContaining([expect.stringMatching(sentence)])
		);
	}
});
