import type { PictureInput } from '../picture';

/** The shapes of the picture. */
export interface EvidenceDrawing {
	readonly size: PictureInput['size'];
}

/** Draws one beat. */
export const drawEvidence = ({ size }: PictureInput): EvidenceDrawing => ({ size });
