import { encode } from 'uqr';

/** White modules around the code; readers need four. */
const QUIET = 4;

export interface QrDrawing {
	/** Modules along a side, quiet zone included: the viewBox. */
	readonly size: number;
	/** Every dark module as one SVG path. */
	readonly d: string;
}

/** Draws an address as a QR code, here and now: nothing is asked of anyone. */
export function drawQr(address: string): QrDrawing {
	const { data, size } = encode(address, { ecc: 'M', border: QUIET });
	const d = data
		.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
		.join('');
	return { size, d };
}

/** An address as people read it: without protocol and last slash. */
export const readable = (address: string): string =>
	address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/**
 * Where a visitor goes on at home.
 *
 * @param site the site's root, with a slash at its end
 * @param folder of the language, for instance `es/`; empty for the first
 * @param beat id
 */
export const homeOf = (site: string, folder: string, beat: string) => ({
	story: `${site}${folder}#${beat}`,
	large: `${site}${folder}large/${beat}/`
});
