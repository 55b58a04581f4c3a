import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../protocol/protocol';
import { SNIPPET_MODES } from './snippet';
import { DEFAULT_CHOICE, heightOf, readChoice, WIDTHS, writeChoice, type Choice } from './choice';

const IDS = ['', 's03', 'rumour', 'person-guevara'];

describe('the choice in the address', () => {
	it('is the first one when nothing, or nothing known, is there', () => {
		expect(readChoice('', IDS)).toEqual(DEFAULT_CHOICE);
		const bad = '?what=../admin&mode=fly&theme=pink&height=tall&width=9&script=perhaps&%E0%A4%A';
		expect(readChoice(bad, IDS)).toEqual(DEFAULT_CHOICE);
		expect(writeChoice(DEFAULT_CHOICE)).toBe('');
	});

	it('comes back as it was written', () => {
		const choice = fc.record<Choice>({
			what: fc.constantFrom(...IDS),
			mode: fc.constantFrom(...SNIPPET_MODES),
			theme: fc.constantFrom(...THEMES),
			height: fc.integer({ min: 450, max: 2000 }),
			script: fc.boolean(),
			width: fc.constantFrom(...WIDTHS)
		});
		fc.assert(
			fc.property(choice, (made) => {
				expect(readChoice(`?${writeChoice(made)}`, IDS)).toEqual(made);
			})
		);
	});

	it('is always a possible one, whatever the address says', () => {
		const name = fc.constantFrom('what', 'mode', 'theme', 'height', 'width', 'script', '__proto__');
		const value = fc.oneof(
			fc.string(),
			fc.double().map(String),
			fc.constantFrom('toString', '1e9')
		);
		const query = fc.oneof(
			fc.string({ maxLength: 200 }),
			fc.array(fc.tuple(name, value)).map((pairs) => `?${new URLSearchParams(pairs)}`)
		);
		fc.assert(
			fc.property(query, (search) => {
				const { what, mode, theme, height, width } = readChoice(search, IDS);
				expect(IDS).toContain(what);
				expect(SNIPPET_MODES).toContain(mode);
				expect(THEMES).toContain(theme);
				expect(WIDTHS).toContain(width);
				expect(Number.isInteger(height) && height >= 450 && height <= 2000).toBe(true);
			}),
			{ numRuns: 5000 }
		);
	});
});

describe('a typed height', () => {
	it('is moved into the limits; what is no number is not taken', () => {
		expect(heightOf('640')).toBe(640);
		expect(heightOf(' 640.6 ')).toBe(641);
		expect(heightOf('20')).toBe(450);
		expect(heightOf('99999')).toBe(2000);
		for (const typed of ['', '-500', '6e2', 'tall', '9'.repeat(400)]) {
			expect(heightOf(typed), typed).toBeNull();
		}
	});
});
