import type { Position, Scene, Story } from './story';

/** An index that exists: anything insane becomes the first beat, anything beyond the end the last. */
function clampBeat(story: Story, beat: number): number {
	if (!Number.isFinite(beat)) return beat === Infinity ? story.beats.length - 1 : 0;
	return Math.min(Math.max(Math.trunc(beat), 0), story.beats.length - 1);
}

/**
 * The whole scene of a position: map, table, panel, clock. Pure: the same position always gives the same
 * scene, however the reader came there.
 *
 * @throws when the story has no beat at all, which the content check never lets through
 */
export function sceneAt(story: Story, position: Position): Scene {
	const index = clampBeat(story, position.beat);
	const beat = story.beats[index];
	if (!beat)
		throw new Error('The story has no beats; build it from content that passes its check.');
	const section = story.sections.find(({ id }) => id === beat.section);
	return {
		beat: beat.id,
		index,
		section: beat.section,
		sectionNumber: section?.number ?? null,
		stage: beat.stage,
		map: beat.map,
		people: beat.people,
		panel: beat.panel,
		chart: beat.chart,
		ruler: beat.ruler,
		clock: beat.clock,
		told: beat.told
	};
}
