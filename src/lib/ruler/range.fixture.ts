import type { Missile, RulerFacts } from '$lib/model/ruler';
import type { RulerWords } from './words';

const missile = (id: string, side: Missile['side'], low: number, high = low): Missile => ({
	id,
	name: id.toUpperCase(),
	side,
	rangeKm: [low, high],
	atLeast: false
});

/** A missile of which only a lower limit is known. */
export const open: Missile = { ...missile('r-14', 'soviet', 4000), atLeast: true };

/** A small bench for the tests of this room; distances from Plesetsk are those of the fact base. */
export const bench: RulerFacts = {
	origins: [
		{ place: 'ussr', land: 'USSR' },
		{ place: 'sagua', land: 'Cuba' }
	],
	places: [
		{ id: 'usa', at: [-77.04, 38.9], name: 'Washington' },
		{ id: 'ussr', at: [40.58, 62.93], name: 'Plesetsk' },
		{ id: 'moscow', at: [37.62, 55.75], name: 'Moscow' },
		{ id: 'sagua', at: [-80, 22.73], name: 'Sagua la Grande' }
	],
	missiles: [
		missile('r-12', 'soviet', 2080),
		missile('r-7', 'soviet', 8000),
		missile('thor', 'us', 2400, 2800),
		missile('atlas', 'us', 7000, 10000)
	]
};

/** The words that the bench speaks with, as in `en/ui.yaml`. */
export const words: RulerWords = {
	lang: 'en',
	mapItem: '{item}: {about}',
	legendRuler: 'your ruler: a stroke every 1,000 km',
	rulerOpen: 'How far?',
	rulerOpenMore: 'Measure a range',
	rulerTitle: 'How far could they reach?',
	rulerFrom: 'From',
	rulerTo: 'To',
	rulerEnd: 'Where the ruler ends',
	rulerClose: 'Close the ruler',
	rulerHint: 'Drag the end, or press the arrow keys.',
	rulerWay: '{from} to {to}',
	rulerWayFar: '{from} to {to}, {km} km',
	rulerSpoken: '{range}, {reach}',
	rulerUnit: 'km',
	rulerMiles: { one: '{n} mile', other: '{n} miles' },
	rulerSoviet: 'Soviet missiles',
	rulerUs: 'United States missiles',
	rulerCaution: 'Published ranges, as the crow flies.',
	rulerMore: 'Notes and sources',
	rulerFailed: 'The ruler could not be loaded.',
	rulerPlaceFar: '{place}, {km} km',
	rulerKm: '{km} km',
	rulerKmAtLeast: 'at least {km} km',
	rulerKmOrMore: '{km} km or more',
	rulerOrMore: 'or more',
	rulerYes: 'could reach',
	rulerMaybe: 'by the higher figures only',
	rulerBeyond: 'beyond the figures we found, which set no upper limit',
	rulerNo: 'could not',
	rulerDistance: '{from} to {to}: {km} km ({n} miles).',
	rulerReached: 'Could reach that far: {missiles}.',
	rulerPerhaps:
		'Only by the highest published figures, or beyond a figure that is given as “at least”: {missiles}.',
	rulerNot: 'Not that far: {missiles}.',
	rulerNone: 'No missile on this list could reach that far.',
	rulerPointNorthEast: '{lat}° N, {lon}° E',
	rulerPointNorthWest: '{lat}° N, {lon}° W',
	rulerPointSouthEast: '{lat}° S, {lon}° E',
	rulerPointSouthWest: '{lat}° S, {lon}° W'
};
