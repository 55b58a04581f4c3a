import { describe, expect, it } from 'vitest';
import { plainCss } from './plain-css';

const TOKENS = '/* --ink: blue */ :root, ::backdrop { --ink: #1d1a17; --paper:#fff }';

describe('a sheet for a file that stands alone', () => {
	it('has the values of the tokens and no comment', () => {
		expect(
			plainCss('/* Dots */ .dot {\n\tfill: var(--ink);\n\tstroke: var(--paper); }', TOKENS)
		).toBe(' .dot { fill: #1d1a17; stroke: #fff; }');
	});

	it('is in no layer', () => {
		expect(plainCss('@layer globe {.dot { fill: red } .ring { fill: none }}', '')).toBe(
			'.dot { fill: red } .ring { fill: none }'
		);
	});

	it('is refused with a sentence when a token has no value', () => {
		expect(() => plainCss('.dot { fill: var(--ikn) }', TOKENS)).toThrow(
			'The still maps use the token “--ikn”, which has no value; set it in src/lib/globe/drawing/tokens.css.'
		);
	});
});
