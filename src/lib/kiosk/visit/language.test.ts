import { describe, expect, it } from 'vitest';
import { kioskAddress, toFragment, fromFragment, type Handover } from './language';

describe('another language', () => {
	it.each<Handover>([
		{ tour: '5', beat: 'rumour', textStep: 2, contrast: true, guess: 'refuses' },
		{ tour: 'full', beat: null, textStep: 0, contrast: false, guess: null }
	])('gets the visit as it is: %j', (visit) => {
		expect(fromFragment(toFragment(visit))).toEqual(visit);
	});

	it.each(['', '#rumour', '#tour=9&text=0', '#tour=5&text=7', '#tour=5&text=x', '#%E0%A4%A'])(
		'makes nothing of the fragment %j',
		(fragment) => {
			expect(fromFragment(fragment)).toBeNull();
		}
	);

	it('stands in a folder of its own, but for the first', () => {
		expect(kioskAddress('../', 'en')).toBe('../kiosk/');
		expect(kioskAddress('/t/', 'es')).toBe('/t/es/kiosk/');
	});
});
