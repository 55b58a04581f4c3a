import type { PictureInput } from '../picture';

/** The shapes of the picture. */
export interface EveningDrawing {
	readonly size: PictureInput['size'];
}

/** Draws one beat. */
export const drawEvening = ({ size }: PictureInput): EveningDrawing => ({ size });
