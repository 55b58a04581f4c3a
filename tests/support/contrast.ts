/** Contrast (WCAG 2.2, from 1 to 21) of every text that is seen, by its styles; over a picture see `pixels.ts`. */
import type { Page } from '@playwright/test';

export interface Measured {
	readonly text: string;
	/** Classes or name of the element that it stands in. */
	readonly where: string;
	readonly contrast: number;
}

declare global {
	interface Window {
		/** Every text of an element that is seen, in HTML or as a label of the map. */
		measureTexts: (root: Element) => Measured[];
	}
}

/** Gives the page `measureTexts`; called before it is opened. */
export async function bringMeasure(page: Page): Promise<void> {
	await page.addInitScript(() => {
		type Colour = readonly [r: number, g: number, b: number, alpha: number];

		const coloursIn = (value: string): Colour[] => {
			if (/\b(color|lab|lch|oklab|oklch|color-mix)\(/.test(value))
				throw new Error(`a colour that this measure cannot read: ${value}`);
			return [...value.matchAll(/rgba?\(([^)]+)\)/g)].map((found) => {
				const [r = 0, g = 0, b = 0, alpha = 1] = (found[1]?.match(/[\d.]+/g) ?? []).map(Number);
				return [r, g, b, alpha];
			});
		};
		const colourOf = (value: string): Colour => coloursIn(value)[0] ?? [0, 0, 0, 0];
		const faded = ([r, g, b, alpha]: Colour, by: number): Colour => [r, g, b, alpha * by];
		const over = (top: Colour, ground: Colour): Colour => {
			const mix = (i: 0 | 1 | 2) => top[i] * top[3] + ground[i] * (1 - top[3]);
			return [mix(0), mix(1), mix(2), 1];
		};
		const luminance = ([r, g, b]: Colour) => {
			const linear = (value: number) => {
				const c = value / 255;
				return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
			};
			return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
		};
		const contrast = (ink: Colour, ground: Colour) => {
			const [a, b] = [luminance(over(ink, ground)), luminance(ground)];
			return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		};

		/** What is known of elements within one measurement: texts share most of their ancestors. */
		let known = new Map<Element, Colour[]>();
		/** Every colour that the ground may have: a gradient counts with each of its own. */
		const groundsOf = (element: Element | null): Colour[] => {
			if (!element) return [[255, 255, 255, 1]];
			const grounds = known.get(element) ?? findGrounds(element);
			known.set(element, grounds);
			return grounds;
		};
		const findGrounds = (element: Element): Colour[] => {
			const style = getComputedStyle(element);
			const plain = colourOf(style.backgroundColor);
			const sizes = style.backgroundSize.split(',');
			// A layer of a few px in height is a line under the words, no ground.
			const washes = style.backgroundImage
				.split(/,(?=\s*(?:repeating-)?linear-gradient)/)
				.filter((_, i) => !/ \d+px$/.test(sizes[i % sizes.length] ?? ''))
				.flatMap(coloursIn);
			const below =
				plain[3] === 1 ? [plain] : groundsOf(element.parentElement).map((c) => over(plain, c));
			const all = [...below, ...below.flatMap((c) => washes.map((wash) => over(wash, c)))];
			return [...new Map(all.map((c) => [c.join(), c])).values()];
		};

		const ancestors = (element: Element): Element[] =>
			element.parentElement ? [element, ...ancestors(element.parentElement)] : [element];
		/** What only those who listen have is clipped away. */
		const isSeen = (element: Element) =>
			element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
			!ancestors(element).some((at) => getComputedStyle(at).clipPath === 'inset(50%)');
		const opacityOf = (element: Element) =>
			ancestors(element).reduce((all, at) => all * Number(getComputedStyle(at).opacity), 1);

		/** A label lies on its halo, and that on anything between black and white. */
		const haloed = (label: SVGElement) => {
			const { fill, stroke, strokeOpacity } = getComputedStyle(label);
			const halo = faded(colourOf(stroke), Number(strokeOpacity));
			return Math.min(
				...[0, 255].map((grey) => contrast(colourOf(fill), over(halo, [grey, grey, grey, 1])))
			);
		};

		window.measureTexts = (root) => {
			known = new Map();
			const found: Measured[] = [];
			const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			while (walk.nextNode()) {
				const element = walk.currentNode.parentElement as Element | null;
				const text = walk.currentNode.textContent?.trim();
				if (!text || !element || !isSeen(element)) continue;
				const where = element.getAttribute('class') ?? element.localName;
				if (element instanceof SVGElement) {
					if (element.closest('.map-drawing'))
						found.push({ text, where, contrast: haloed(element) });
					continue;
				}
				const ink = faded(colourOf(getComputedStyle(element).color), opacityOf(element));
				const worst = Math.min(...groundsOf(element).map((ground) => contrast(ink, ground)));
				found.push({ text, where, contrast: worst });
			}
			return found;
		};
	});
}
