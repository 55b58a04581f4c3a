import type { EvidenceMark } from './evidence';

/** The sign of each evidence mark as the path of its strokes, drawn on 24 × 24 units: a circle of radius 10 and what is in it. */
export const MARK_SIGNS: Readonly<Record<EvidenceMark, string>> = {
	confirmed: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M7 12l4 4l7-8',
	probable: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M7 13q2.500-4 5-1.500t5-1.500',
	'only-this-telegram': 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M10 9l2.500-1.500v9',
	disputed: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M7 9.500h10M7 14.500h10M15 6l-6 12',
	contradicted: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M8 8l8 8M16 8l-8 8'
};
