import { describe, expect, it } from 'vitest';
import { cardOfAddress, entryAddress } from './reference';

describe('addresses of entries', () => {
	it.each([
		['person-guevara', 'people/#guevara'],
		['place-san-cristobal', 'places/#san-cristobal'],
		['term-il-28', 'glossary/#il-28'],
		['panel-why_mikoyan', 'panels/#why_mikoyan']
	])('%s stands at %s', (card, address) => {
		expect(entryAddress(card)).toBe(address);
		expect(cardOfAddress(address)).toBe(card);
		expect(cardOfAddress(`https://example.org/Große%20Häuser/es/${address}`)).toBe(card);
		expect(cardOfAddress(`../${address}`)).toBe(card);
	});

	it.each(['#guevara', 'people/', 'map/#guevara', 'https://example.org/', 'otherpeople/#x', ''])(
		'“%s” is the address of no entry',
		(address) => expect(cardOfAddress(address)).toBeNull()
	);
});
