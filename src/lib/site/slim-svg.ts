import { optimize } from 'svgo';

/** Of a small map: a coast with a point every 2 CSS px is a coast, and lighter. */
export const NEAR = 2;

/**
 * The same picture in fewer bytes: relative coordinates to a tenth of a CSS px, and only the styles it uses.
 * Halves the files; elements, classes and data attributes stay as they are.
 *
 * @param near points of a path nearer to each other than this are one, CSS px; 0 keeps them all
 */
export function slimSvg(svg: string, near = 0): string {
	const straight = { makeArcs: undefined, straightCurves: false, convertToQ: false };
	const sparse =
		near > 0 ? svg.replace(/ d="(M[\d.LMZ -]{2000,})"/g, (_, d) => ` d="${thin(d, near)}"`) : svg;
	return optimize(sparse, {
		plugins: [
			'minifyStyles',
			{ name: 'convertPathData', params: { ...straight, floatPrecision: 1, convertToZ: false } }
		]
	}).data;
}

/** A path of `quickPath` (absolute moves and lines) without the points that lie next to the one before. */
function thin(d: string, near: number): string {
	let [px, py] = [Infinity, Infinity];
	return d.replace(
		/([ML])(-?[\d.]+) (-?[\d.]+)/g,
		(whole, letter: string, x: string, y: string) => {
			const close = Math.abs(Number(x) - px) + Math.abs(Number(y) - py) < near;
			if (letter === 'L' && close) return '';
			[px, py] = [Number(x), Number(y)];
			return whole;
		}
	);
}
