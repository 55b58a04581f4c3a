import { hint } from './problems';
import type { Slip } from './markup';

/**
 * What the page fills into sentences of `ui.yaml`: key → names that stand in braces there, in every language.
 * `placeholders.test.ts` compares it with the calls of `fill`.
 */
export const PLACEHOLDERS: Readonly<Record<string, string>> = {
	length: 'n m',
	sectionOf: 'n total',
	sectionOfShort: 'n total',
	minutesLeft: 'n',
	paragraph: 'n',
	panelOpen: 'heading',
	whoSpeaks: 'who whom',
	whoSpeaksAlone: 'who',
	mapItemTo: 'place',
	exploreAbout: 'place',
	returnButton: 'title',
	rulerPlaceFar: 'place km',
	rulerKm: 'km',
	rulerKmFromTo: 'from to',
	rulerKmAtLeast: 'km',
	rulerKmFromToAtLeast: 'from to',
	rulerMiles: 'miles',
	rulerWay: 'from to',
	rulerDistance: 'from to km miles',
	rulerReached: 'missiles',
	rulerPerhaps: 'missiles',
	rulerNot: 'missiles',
	rulerPointNorthEast: 'lat lon',
	rulerPointNorthWest: 'lat lon',
	rulerPointSouthEast: 'lat lon',
	rulerPointSouthWest: 'lat lon',
	rulerTableFrom: 'land place',
	continueButton: 'title',
	mapPageRangeText: 'km miles',
	chartKm: 'n',
	chartMetres: 'n',
	chartKmAbout: 'n',
	chartMetresAbout: 'n',
	chartFeet: 'n',
	chartApart: 'n',
	chartApartAbout: 'n',
	chartHours: 'n',
	embedMapOf: 'title',
	embedStepOf: 'n total title',
	embedPlace: 'n total',
	embedPage: 'n total',
	embedFrameTitle: 'site title',
	embedThisFound: 'n',
	embedThisHeightHint: 'least most',
	embedThisPreviewName: 'title',
	embedThisPixels: 'n',
	embedThisSnippetName: 'title',
	kioskClosed: 'time',
	kioskAbout: 'n passages',
	kioskProgress: 'n total',
	kioskNow: 'n total title',
	kioskStillText: 'n',
	kioskLargeTitle: 'title',
	kioskFileShape: 'found',
	kioskFileUnread: 'why',
	kioskFieldUnknown: 'field fields',
	kioskFieldNumber: 'field found least most fallback',
	kioskFieldLanguages: 'found known fallback',
	kioskFieldTour: 'found fallback',
	kioskFieldHours: 'found fallback',
	kioskFieldHome: 'found fallback',
	kioskFieldHeartbeat: 'found fallback',
	kioskFieldYesNo: 'field found fallback',
	kioskHealthBuild: 'version built',
	kioskHealthFilesBad: 'damaged missing extra',
	kioskHealthFilesUnchecked: 'why',
	kioskHealthFontsGood: 'n',
	kioskHealthFontsBad: 'names',
	kioskHealthMemoryText: 'n',
	kioskHealthUpText: 'page server',
	kioskHealthUpPage: 'page',
	kioskHealthMinutes: 'h m',
	kioskHealthScreenText: 'width height inches px mm',
	kioskHealthLastText: 'at why n',
	kioskHealthHomeGood: 'address',
	kioskHealthHomeBad: 'address',
	kioskHealthTouchCount: 'n key'
};

/** Everything in braces, but for the JSON that a sentence shows as an example. */
const BRACES = /\{[^{}"]*\}/g;
const EXAMPLE = /\{[^{}]*"[^{}]*\}/g;

/**
 * Where a sentence of the interface and what the page fills into it differ.
 *
 * @param key of `ui.yaml`
 */
export function placeholderSlips(key: string, sentence: string): Slip[] {
	const names = Object.hasOwn(PLACEHOLDERS, key) ? (PLACEHOLDERS[key] ?? '').split(' ') : [];
	const wanted = names.map((name) => `{${name}}`);
	const takes =
		wanted.length > 0
			? `the page fills in ${wanted.join(', ')}, written exactly so`
			: 'the page fills in nothing here, and braces would be shown';
	const found: readonly string[] = sentence.match(BRACES) ?? [];
	const unknown = found.filter((words) => !wanted.includes(words));
	if (unknown.length > 0) {
		return unknown.map((words) => ({
			words,
			sentence: `Nothing is filled in for “${words}”; ${takes}.${hint(words, wanted)}`
		}));
	}
	const missing = wanted.filter((words) => !found.includes(words));
	if (missing.length > 0) {
		return [{ words: '', sentence: `The sentence lacks ${missing.join(', ')}; ${takes}.` }];
	}
	const [stray] = /\S*[{}]\S*/.exec(withoutBraces(sentence)) ?? [];
	return stray ? [{ words: stray, sentence: `A brace in “${stray}” stands alone; ${takes}.` }] : [];
}

/** A sentence without what is in braces. */
export const withoutBraces = (sentence: string): string =>
	sentence.replace(BRACES, '').replace(EXAMPLE, '');
