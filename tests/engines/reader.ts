/** What the checks do and look at in the story, in any engine. */
import { BEATS } from '../support/content';
import { expect, SITE } from './test';
import type { Engine } from './engine';

/** The passage that is read, the passage the map shows, and whether the pictures are at rest. */
interface Place {
	readonly beats: number;
	readonly read: string | null;
	readonly shown: string | null;
	readonly settled: boolean;
}

const placeOf = (engine: Engine): Promise<Place> =>
	engine.evaluate(() => {
		const map = document.querySelector('[data-map]');
		return {
			beats: document.querySelectorAll('[data-beat]').length,
			read: document.querySelector('[aria-current="step"]')?.getAttribute('data-beat') ?? null,
			shown: map?.getAttribute('data-beat-shown') ?? null,
			settled: [...document.querySelectorAll<HTMLElement>('[data-settled]')].every(
				({ dataset }) =>
					dataset.settled === 'true' && dataset.beatShown === map?.getAttribute('data-beat-shown')
			)
		};
	});

/** Waits until the whole story is there, at a passage, with its map at rest. */
export async function expectPlace(engine: Engine, beat: string): Promise<void> {
	await expect
		.poll(() => placeOf(engine), { timeout: 20_000 })
		.toEqual({ beats: BEATS, read: beat, shown: beat, settled: true });
}

/** Opens the story at a passage. */
export async function openStory(engine: Engine, beat = 'cover'): Promise<void> {
	await engine.goto(`${SITE}${beat === 'cover' ? '' : `#${beat}`}`);
	await expectPlace(engine, beat);
}

/** Whether one such element is drawn. */
export const isShown = (engine: Engine, selector: string, frames: readonly string[] = []) =>
	engine.evaluateIn(
		frames,
		(wanted) =>
			// What is hidden until it is found has a box, and is not drawn.
			[...document.querySelectorAll(wanted)].some(
				(element) =>
					element.getClientRects().length > 0 &&
					element.checkVisibility({ visibilityProperty: true })
			),
		selector
	);

export async function expectShown(engine: Engine, selector: string, shown = true): Promise<void> {
	await expect.poll(() => isShown(engine, selector), { message: selector }).toBe(shown);
}

export const scrolled = (engine: Engine) => engine.evaluate(() => Math.round(scrollY));

/** What the keyboard is at: its tag, or its id where it has one. */
export const focused = (engine: Engine) =>
	engine.evaluate(() => document.activeElement?.id || document.activeElement?.tagName || '');
