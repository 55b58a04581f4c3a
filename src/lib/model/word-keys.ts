import type { Confidence, EvidenceMark } from './evidence';

const pascal = (id: string): string =>
	id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** @returns the key in `ui.yaml` of the word that stands beside the mark's sign */
export const markWord = (mark: EvidenceMark): string => `mark${pascal(mark)}`;

/** @returns the key in `ui.yaml` of how sure a note is */
export const confidenceWord = (confidence: Confidence): string => `confidence${pascal(confidence)}`;
