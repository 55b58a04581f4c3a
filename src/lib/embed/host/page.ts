/** One embed, as the page's listeners see it. */
export interface Guest {
	readonly frame: HTMLIFrameElement;
	/** Something was said by the frame's window. */
	hear(data: unknown): void;
	/** The page has scrolled or been laid out anew. */
	look(): void;
	/** The reader's wishes or the window have changed. */
	reconsider(force?: boolean): void;
	release(): void;
}

const guests = new Set<Guest>();
let stops: (() => void)[] = [];
let asked = 0;
let paper = false;

const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** True when the reader's system asks for less motion. */
export const wantsLessMotion = (): boolean => lessMotion.matches;

/** True while the page is being printed: paper does not scroll. */
export const onPaper = (): boolean => paper;

/** Adds a listener and returns what removes it. */
export function on(
	target: EventTarget,
	type: string,
	listener: (event: Event) => void,
	options?: AddEventListenerOptions
): () => void {
	target.addEventListener(type, listener, options);
	return () => target.removeEventListener(type, listener, options);
}

/** All embeds of a page share one look per drawn frame. */
export function lookSoon(): void {
	asked ||= requestAnimationFrame(() => {
		asked = 0;
		sweep();
		for (const guest of guests) guest.look();
	});
}

/** Whether another copy of the script serves this frame already. */
export function isServed(frame: HTMLIFrameElement): boolean {
	return [...guests].some((guest) => guest.frame === frame);
}

/** Releases frames that were removed from the page: no event says so. */
export function sweep(): void {
	for (const guest of guests) if (!guest.frame.isConnected) guest.release();
}

const reconsider = () => {
	for (const guest of guests) guest.reconsider();
	lookSoon();
};

const receive = (event: Event) => {
	const { source, data } = event as MessageEvent;
	sweep();
	for (const guest of guests) {
		if (source && source === guest.frame.contentWindow) guest.hear(data);
	}
};

let readingAt = 0;
const print = (now: boolean) => () => {
	if (now) readingAt = scrollY;
	paper = now;
	for (const guest of guests) guest.reconsider(true);
	if (!now) scrollTo({ top: readingAt, behavior: 'instant' });
};

/** The first embed brings the page's listeners. */
export function enter(guest: Guest): void {
	if (guests.size === 0) {
		stops = [
			on(window, 'message', receive),
			on(window, 'scroll', lookSoon, { passive: true }),
			on(window, 'resize', reconsider),
			on(window, 'pageshow', reconsider),
			on(window, 'beforeprint', print(true)),
			on(window, 'afterprint', print(false)),
			on(lessMotion, 'change', reconsider)
		];
	}
	guests.add(guest);
}

/** The last one takes them away. */
export function leave(guest: Guest): void {
	guests.delete(guest);
	if (guests.size > 0) return;
	for (const stop of stops) stop();
	stops = [];
	cancelAnimationFrame(asked);
	asked = 0;
	paper = false;
}
