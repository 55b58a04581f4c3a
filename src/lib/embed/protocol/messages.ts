import {
	APP,
	languageOf,
	MAX_HEIGHT,
	MODES,
	MOTIONS,
	oneOf,
	idOf,
	THEMES,
	VERSION,
	within,
	type Language,
	type Mode,
	type Motion,
	type Theme
} from './protocol';

/** What a host page may tell the frame, in whatever dialect it spoke. Lengths are CSS px. */
export type FromHost =
	/** Ours: a host script that came after us asks for `ready`, the height and the step once more. */
	| { readonly type: 'hello' }
	/** AMP and @newswire/frames: a host that came after us asks for the height once more. */
	| { readonly type: 'ask-height' }
	/** pym: the width of the frame, 0–10 000. */
	| { readonly type: 'width'; readonly width: number }
	/** pym: the host's window and where the frame stands in it; edges may lie outside. */
	| {
			readonly type: 'position';
			readonly viewport: { readonly width: number; readonly height: number };
			readonly frame: {
				readonly top: number;
				readonly left: number;
				readonly bottom: number;
				readonly right: number;
			};
	  }
	/** Guardian: how far the frame's top has gone above the window's, 0–20 000. */
	| { readonly type: 'scroll'; readonly scroll: number }
	/** Ours: how far the reader is through the frame's stretch of the page, 0–1, and how much height it has. */
	| { readonly type: 'progress'; readonly p: number; readonly vh: number }
	/** Ours: the id of a beat, section or paragraph. Whether it exists is for the frame to find out. */
	| { readonly type: 'goto'; readonly to: string }
	| { readonly type: 'theme'; readonly theme: Theme }
	| { readonly type: 'lang'; readonly lang: Language }
	| { readonly type: 'motion'; readonly motion: Motion }
	/** Ours: which mode the host page has prepared. */
	| { readonly type: 'mode'; readonly mode: Mode };

/** Our own messages to the host and what each carries. */
export interface Fields {
	/** `steps`: beats in the frame. `pages`: pages on which the stepper shows them. */
	ready: { readonly steps: number; readonly pages: number; readonly mode: Mode };
	/** Whole CSS px. */
	height: { readonly height: number };
	/** `index` counts from 0, below `of`; `beat` is the beat's id. */
	step: { readonly index: number; readonly of: number; readonly beat: string };
	complete: Readonly<Record<never, never>>;
	/** In `scroll` mode: asks the host page to scroll until `progress.p` is this, 0–1. */
	'goto-request': { readonly p: number };
	/** A sentence for the host page's console. */
	error: { readonly message: string };
}

export type Ours<T extends keyof Fields = keyof Fields> = {
	readonly app: typeof APP;
	readonly v: typeof VERSION;
	readonly id: string;
	readonly type: T;
} & Fields[T];

/** Who the frame is: `id` says what is embedded; `childId` is pym's name for it, if the host is pym. */
export interface Names {
	readonly id: string;
	readonly childId: string | null;
}

/** No message a host may send is longer, but for pym's name of the frame in it. */
const MAX_LENGTH = 1000;
const MAX_WIDTH = 10_000;
/** Articles are long: the frame's edges may be this far outside the window, CSS px. */
const FAR = 10_000_000;
/** What stands between the parts of pym's messages. */
export const PYM = 'xPYMx';
/** As JavaScript writes numbers, tiny ones too: a frame's edge may be at 1.1e-13. */
const NUMBER = /^-?\d{1,9}(\.\d{1,20})?(e-\d{1,3})?$/;

/** Only the host page itself is listened to; in an opaque origin there is nothing else to compare. */
export function fromParent(
	event: Pick<MessageEvent, 'source'>,
	frame: Pick<Window, 'parent'>
): boolean {
	return event.source !== null && event.source === frame.parent && frame.parent !== frame;
}

/**
 * Reads one message of a host page. Never throws: what is not understood, is out of its kind or too long
 * is null; numbers are moved into their limits.
 *
 * @param data `event.data`, unchecked
 * @param childId pym's name for this frame, from the frame's address
 */
export function readMessage(data: unknown, childId: string | null): FromHost | null {
	try {
		if (typeof data === 'string') {
			if (data.length > MAX_LENGTH + (childId?.length ?? 0)) return null;
			if (data.startsWith('pym')) return childId === null ? null : readPym(data, childId);
			return data.startsWith('{') ? readObject(JSON.parse(data)) : null;
		}
		return readObject(data);
	} catch {
		// Half a JSON text, or an object that objects to being read.
		return null;
	}
}

function readPym(text: string, childId: string): FromHost | null {
	const ours = `pym${PYM}${childId}${PYM}`;
	if (!text.startsWith(ours)) return null;
	const [type, value = '', ...more] = text.slice(ours.length).split(PYM);
	if (more.length > 0) return null;
	const words = value.split(' ');
	if (!words.every((word) => NUMBER.test(word))) return null;
	const numbers = words.map(Number);
	if (type === 'width' && numbers.length === 1) {
		const width = within(0, MAX_WIDTH, numbers[0]);
		return width === null ? null : { type, width };
	}
	if (type !== 'viewport-iframe-position' || numbers.length !== 6) return null;
	const size = (at: number, most: number) => within(0, most, numbers[at]) ?? 0;
	const edge = (at: number) => within(-FAR, FAR, numbers[at]) ?? 0;
	return {
		type: 'position',
		viewport: { width: size(0, MAX_WIDTH), height: size(1, MAX_HEIGHT) },
		frame: { top: edge(2), left: edge(3), bottom: edge(4), right: edge(5) }
	};
}

function readObject(data: unknown): FromHost | null {
	if (typeof data !== 'object' || data === null) return null;
	const fields = data as Readonly<Record<string, unknown>>;
	if (fields.sentinel === 'amp') {
		return fields.type === 'frames-init' ? { type: 'ask-height' } : null;
	}
	if (fields.kind === 'interactive:scroll') {
		const scroll = within(0, MAX_HEIGHT, fields.scroll);
		return scroll === null ? null : { type: 'scroll', scroll };
	}
	return fields.app === APP && fields.v === VERSION ? readOurs(fields) : null;
}

function readOurs(fields: Readonly<Record<string, unknown>>): FromHost | null {
	const type = fields.type;
	switch (type) {
		case 'hello':
			return { type };
		case 'progress': {
			const p = within(0, 1, fields.p);
			const vh = within(1, MAX_HEIGHT, fields.vh);
			return p === null || vh === null ? null : { type, p, vh };
		}
		case 'goto': {
			const to = idOf(fields.to);
			return to === null ? null : { type, to };
		}
		case 'theme': {
			const theme = oneOf(THEMES, fields.theme);
			return theme && { type, theme };
		}
		case 'lang': {
			const lang = languageOf(fields.lang);
			return lang && { type, lang };
		}
		case 'motion': {
			const motion = oneOf(MOTIONS, fields.motion);
			return motion && { type, motion };
		}
		case 'mode': {
			const mode = oneOf(MODES, fields.mode);
			return mode && { type, mode };
		}
		default:
			return null;
	}
}

/** One of our own messages, ready for `parent.postMessage(…, '*')`. */
export function ours<T extends keyof Fields>(id: string, type: T, fields: Fields[T]): Ours<T> {
	return { app: APP, v: VERSION, id, type, ...fields };
}

/**
 * The height in every dialect a host may understand; nothing for a frame that has no height, because it is
 * not shown.
 *
 * @param px height of the content, CSS px; part of a pixel counts as a whole one
 */
export function heightMessages(px: number, { childId, id }: Names): readonly unknown[] {
	const height = within(0, MAX_HEIGHT, Math.ceil(px));
	if (!height) return [];
	return [
		...(childId === null ? [] : [['pym', childId, 'height', height].join(PYM)]),
		{ sentinel: 'amp', type: 'embed-size', height },
		JSON.stringify({ kind: 'interactive:height', height }),
		ours(id, 'height', { height })
	];
}

interface Telling {
	/** The element whose own box is the frame's height; what hangs out of it does not count. */
	readonly element: Element;
	readonly names: Names;
	/** Sends one message to the host: `(message) => parent.postMessage(message, '*')`. */
	readonly post: (message: unknown) => void;
	readonly Observer?: new (ring: () => void) => Pick<ResizeObserver, 'observe' | 'disconnect'>;
}

/** Tells the host the frame's height whenever it changes by whole pixels. */
export class HeightTeller {
	readonly #telling: Telling;
	readonly #observer: Pick<ResizeObserver, 'observe' | 'disconnect'>;
	#told = 0;

	constructor(telling: Telling) {
		this.#telling = telling;
		this.#observer = new (telling.Observer ?? ResizeObserver)(() => {
			if (this.#height() !== this.#told) this.tell();
		});
		this.#observer.observe(telling.element);
	}

	/** Tells the height now, changed or not: for a host that asks. */
	tell(): void {
		this.#told = this.#height();
		for (const message of heightMessages(this.#told, this.#telling.names)) {
			this.#telling.post(message);
		}
	}

	dispose(): void {
		this.#observer.disconnect();
	}

	#height(): number {
		return Math.ceil(this.#telling.element.getBoundingClientRect().height);
	}
}
