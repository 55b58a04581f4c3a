/** On a phone; in a laptop's window `every-beat.spec.ts` looks at neighbours on its way. */
import { expect, test } from '@playwright/test';
import { Neighbours } from '../support/neighbours';
import { beatIds, expectScene, openStory } from '../support/reader';

test('neighbouring passages show other pictures on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openStory(page);
	const neighbours = new Neighbours();
	for (const beat of await beatIds(page)) {
		await page.evaluate(
			(id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
			beat
		);
		await expectScene(page, beat);
		await neighbours.look(page, beat);
	}
	expect(neighbours.alike).toEqual([]);
});
