/** Weighs the telegram's own words. */
export const EVIDENCE_MARKS = [
	'confirmed',
	'probable',
	'only-this-telegram',
	'disputed',
	'contradicted'
] as const;

export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

/** Says how sure our own note is; never mixed with an evidence mark. */
export const CONFIDENCES = [
	'established',
	'probable',
	'disputed',
	'only-the-telegram',
	'general-knowledge'
] as const;

export type Confidence = (typeof CONFIDENCES)[number];
