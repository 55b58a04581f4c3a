/** A window lower than this leaves a pinned frame too little for words and map, CSS px. */
const MIN_WINDOW = 440;

/** The element above in the tree as it is drawn, out of shadow roots too. */
const above = (element: Element): Element | null => {
	if (element.assignedSlot) return element.assignedSlot;
	const root = element.parentElement ? null : element.getRootNode();
	return root instanceof ShadowRoot ? root.host : element.parentElement;
};

/**
 * The nearest ancestor that would hold a sticky frame back: one that scrolls or cuts its content by itself
 * (also html and body, unless the window has taken their overflow over).
 */
function clipper(element: Element): Element | null {
	const { body, documentElement: html } = document;
	const cuts = (ancestor: Element) => getComputedStyle(ancestor).overflowY !== 'visible';
	for (let at = above(element); at && at !== html; at = above(at)) {
		// The window takes html's overflow, and body's only if html has none.
		if (cuts(at) && (at !== body || cuts(html))) return at;
	}
	return null;
}

const name = ({ localName, id, classList: [first] }: Element) =>
	`<${localName}${id ? ` id="${id}"` : first ? ` class="${first}"` : ''}>`;

/** The host page is a frame as high as its content: it has no window to stick to, and would grow without end. */
let endless = false;

/**
 * Why the frame cannot stick to the window while the page scrolls; null when it can.
 *
 * @param element the frame's stretch of the page
 */
export function whyNot(element: Element): string | null {
	if (!CSS.supports('height: 1svh')) return 'this browser cannot measure its small window (svh)';
	if (document.documentElement.clientHeight < MIN_WINDOW) {
		return `the window is lower than ${MIN_WINDOW} px`;
	}
	endless ||= parent !== window && innerHeight > 2 * screen.height;
	if (endless) return 'the host page is itself a frame without a scroll';
	const found = clipper(element);
	return (
		found &&
		`${name(found)} around it has overflow: ${getComputedStyle(found).overflowY}, so that a sticky frame would not stick to the window`
	);
}
