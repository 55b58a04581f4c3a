import type { PictureInput } from '../picture';

/** The shapes of the picture. */
export interface RoomDrawing {
	readonly size: PictureInput['size'];
}

/** Draws one beat. */
export const drawRoom = ({ size }: PictureInput): RoomDrawing => ({ size });
