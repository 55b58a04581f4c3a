import { EVIDENCE_MARKS, type EvidenceMark } from '$lib/model/evidence';
import { markWord } from '$lib/model/word-keys';
import { formatMessage } from '$lib/model/words';
import type { Rect, Size } from '$lib/globe/camera/geometry';
import { NARROW_PX, type PictureInput } from '../picture';
import { keyWidth, layKey, type Key, type KeyInput } from './key/key';
import { layKeyLine } from './key/key-line';
import type { KeyLevel } from './key/levels';
import {
	laySheet,
	type ClaimShape,
	type PassageLines,
	type Reached,
	type Sheet
} from './sheet/sheet';

/** Weighed words of the telegram with what their link is called. */
export interface DrawnClaim extends ClaimShape {
	/** “Read with care: Contradicted, for the first time”. */
	readonly name: string;
	/** It came with this beat; where no claim did, the whole picture is new. */
	readonly isNew: boolean;
}

/** The shapes of the picture. Lengths are CSS px at scale 1: the whole is drawn `scale` times as large. */
export interface EvidenceDrawing {
	/** Of the picture, CSS px. */
	readonly size: Size;
	readonly scale: number;
	readonly sheet: Rect;
	readonly labels: Sheet['labels'];
	readonly passages: readonly PassageLines[];
	readonly stroke: number;
	readonly claims: readonly DrawnClaim[];
	/** Title, the five marks with their counts, and outside the sheet what it never names. */
	readonly key: Key;
}

/** Larger pictures are this one, magnified: what is read from afar is not made smaller. CSS px at scale 1. */
const LARGEST: Size = { width: 1200, height: 820 };
/** The smallest picture that this one is made for; in a smaller one letters do not grow. CSS px. */
const LEAST: Size = { width: 276, height: 150 };
/** Below this height, and in the slimmest windows below the other, a phone's picture has its key in rows under the sheet, CSS px. */
const LOW_PX = 178;
const SLIM = { width: 310, height: 250 };
/** Sums of the same lengths may differ by less, CSS px. */
const ROUNDING = 0.01;
/** The part of a picture that the sheet has at least, when the key stands under it. */
const SHEET_SHARE = 0.47;

/**
 * Draws the telegram as ruled lines: words that a note weighs are outlined until their passage is reached, and have the
 * sign of their mark from then on. What the telegram never names stands outside the sheet once all of it is read.
 */
export function drawEvidence({
	pictures,
	order,
	scene,
	size,
	scale: given
}: PictureInput): EvidenceDrawing {
	const magnified = Math.min(size.width / LARGEST.width, size.height / LARGEST.height);
	const bearable = Math.max(1, Math.min(size.width / LEAST.width, size.height / LEAST.height));
	const scale = Math.max(Math.min(given, bearable), magnified);
	const { words, evidence } = pictures;
	const present = order.indexOf(scene.beat);
	const reached = (beat: string): Reached => {
		const index = order.indexOf(beat);
		return index === present ? 'now' : index < present ? 'read' : 'ahead';
	};
	const all = evidence.paragraphs.flatMap(({ claims }) => claims);
	const read = all.filter(({ beat }) => reached(beat) !== 'ahead');
	const input: KeyInput = {
		words,
		total: all.length,
		counts: Object.fromEntries(
			EVIDENCE_MARKS.map((mark) => [mark, read.filter((claim) => claim.mark === mark).length])
		) as Record<EvidenceMark, number>,
		absent: read.length === all.length ? evidence.absent : []
	};
	const logical = { width: size.width / scale, height: size.height / scale };
	const narrow = logical.width < NARROW_PX;
	const low =
		logical.width > logical.height &&
		narrow &&
		logical.height < (logical.width < SLIM.width ? SLIM.height : LOW_PX);
	const { space, key } = low ? divideLow(logical, input) : divide(logical, input);
	const sheet = laySheet(evidence.paragraphs, space, reached, {
		radius: low ? 6.5 : narrow ? 6.6 : 8.2,
		touch: narrow ? 44 : 36,
		leastPitch: low ? 13 : narrow ? 12 : 11.5,
		gaps: low ? [0.2, 0.1, 0] : narrow ? [0.4, 0.15] : [0.8, 0.5, 0.2],
		low
	});
	const noneNow = sheet.claims.every((claim) => claim.reached !== 'now');
	return {
		size,
		scale,
		sheet: sheet.box,
		labels: sheet.labels,
		passages: sheet.passages,
		stroke: sheet.stroke,
		claims: sheet.claims.map((claim) => ({
			...claim,
			name: formatMessage(words, 'noteLabel', {
				mark: words[markWord(claim.mark)],
				quote: claim.quote
			}),
			isNew: claim.reached === 'now' || noneNow
		})),
		key
	};
}

/** Where height is short: the sheet as wide as the picture, and the key in rows under it. */
function divideLow(
	{ width, height }: Size,
	input: KeyInput
): { readonly space: Rect; readonly key: Key } {
	const margin = 8;
	const gap = 7;
	const inner = width - 2 * margin;
	const own = layKeyLine(input, { x: margin, y: 0 }, inner).box.height;
	return {
		space: { x: margin, y: margin, width: inner, height: height - 2 * margin - own - gap },
		key: layKeyLine(input, { x: margin, y: height - margin - own }, inner)
	};
}

/** Where the sheet and what stands beside or under it have their places; the fullest key that there is room for. */
function divide(
	{ width, height }: Size,
	input: KeyInput
): { readonly space: Rect; readonly key: Key } {
	const margin = Math.min(26, Math.max(8, Math.min(width, height) * 0.04));
	const inner = { width: width - 2 * margin, height: height - 2 * margin };
	if (width / height >= 1.2 || width >= 600) {
		const gap = margin * 1.1;
		const at = (own: number) => ({ x: width - margin - own, y: margin });
		const wide = Math.min(300, inner.width * 0.3);
		const tries: [KeyLevel, number, boolean][] =
			wide >= 150
				? [
						['bars', wide, true],
						['words', wide, true],
						['close', wide, true],
						['signs', wide, true]
					]
				: [];
		const slim = Math.min(Math.max(keyWidth(input), 0), inner.width * 0.42);
		tries.push(['signs', slim, true], ['signs', slim, false], ['least', slim, false]);
		const keys = tries.map(([level, own, title]) => layKey(input, level, at(own), own, title));
		const fitting = tries.findIndex(([, own], i) => {
			const box = keys[i]?.box;
			return box && box.width <= own + ROUNDING && box.height <= inner.height;
		});
		const key = keys.at(fitting);
		const own = tries.at(fitting)?.[1] ?? slim;
		if (key) {
			const space = {
				x: margin,
				y: margin,
				width: inner.width - own - gap,
				height: inner.height
			};
			return { space, key };
		}
	}
	const gap = margin;
	const tries: [KeyLevel, boolean][] = [
		['close', true],
		['signs', true],
		['signs', false],
		['least', false]
	];
	const tallest = inner.height * (1 - SHEET_SHARE) - gap;
	const lay = ([level, title]: [KeyLevel, boolean], y: number) =>
		layKey(input, level, { x: margin, y }, inner.width, title);
	const choice = tries.find((one) => {
		const { box } = lay(one, 0);
		return box.width <= inner.width + ROUNDING && box.height <= tallest;
	}) ?? ['least', false];
	const own = lay(choice, 0).box.height;
	return {
		space: { x: margin, y: margin, width: inner.width, height: inner.height - own - gap },
		key: lay(choice, height - margin - own)
	};
}
