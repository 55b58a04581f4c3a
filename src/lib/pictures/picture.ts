import type { Size } from '$lib/globe/camera/geometry';
import type { Pictures } from '$lib/model/pictures';
import type { StageKind } from '$lib/model/stage';
import type { Scene } from '$lib/model/story';

/** The kinds of picture that this room draws. */
export type PictureKind = Exclude<StageKind, 'map' | 'chart'>;

export const isPicture = (kind: StageKind): kind is PictureKind =>
	kind !== 'map' && kind !== 'chart';

/** Everything that a picture is drawn from. The same input always gives the same shapes. */
export interface PictureInput {
	readonly pictures: Pictures;
	/** Ids of all beats, in their order. */
	readonly order: readonly string[];
	/** The scene of the beat. */
	readonly scene: Scene;
	/** Of the picture, CSS px. */
	readonly size: Size;
	/** What lettering and signs are multiplied with: 1 on a screen in the hand, more where it is read from farther away. */
	readonly scale: number;
	/** The reader has guessed, or need not: the picture may show what happened. */
	readonly answered?: boolean;
}

/** What every picture takes as a component. */
export interface PictureProps {
	readonly input: PictureInput;
	/** People lead to their cards, signs and subjects to their passages; false in a file and where nothing leads away. */
	readonly links: boolean;
	/** What is new in the beat is drawn in; otherwise it is simply there. */
	readonly animate: boolean;
}

/** The `transform` of shapes that are laid out at scale 1; none where there is nothing to scale. */
export const scaleTransform = (scale: number): string | undefined =>
	scale === 1 ? undefined : `scale(${scale})`;

/** Narrower than this a picture has the shape of a phone's stage, CSS px at scale 1. */
export const NARROW_PX = 560;
