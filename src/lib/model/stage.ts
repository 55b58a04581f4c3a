/** The kinds of picture that the stage can show. */
export const STAGES = ['map', 'room', 'evening', 'evidence', 'chart'] as const;
export type StageKind = (typeof STAGES)[number];

/** Windows wider than this show the second picture of a beat beside the first, CSS px. */
const ONE_PICTURE_PX = 1600;

/**
 * The pictures of a beat that a stage of this width has room for.
 *
 * @param stage of the beat: the first picture, and for some a second
 * @param width of the stage, CSS px
 */
export const picturesIn = (stage: readonly StageKind[], width: number): readonly StageKind[] =>
	width > ONE_PICTURE_PX ? stage : stage.slice(0, 1);
