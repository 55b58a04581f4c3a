/**
 * One frame in a host page: its height, its stretch of scroll, its picture where it is blocked. Over 300 lines: these share one
 * state, and the host script is built into a single file anyway.
 */
import { APP, VERSION } from '../protocol/protocol';
import { enter, leave, lookSoon, on, onPaper, wantsLessMotion, type Guest } from './page';
import { readFrame, type FromFrame } from './read-frame';
import { inform, warn } from './say';
import { whyNot } from './sticking';
import type { Wishes } from './wishes';

/** How much of the page's scroll one step takes, of the window's height. */
const WINDOW_PER_STEP = 0.75;
/** A frame that has loaded, or that the reader has come to, and says nothing for so long is blocked, ms. */
const PATIENCE_MS = 5000;
/** What a snippet shows in place of its frame: a picture, in snippets of before 1.1 with its sentences. */
const PICTURE = '.telegram-1856-picture';
const HEADER = 'var(--host-header, 0px)';

/** Sets styles through the object model, which a content-security policy allows; returns what takes them back. */
function dress(element: HTMLElement, styles: Readonly<Record<string, string>>): () => void {
	const { style } = element;
	const before = Object.keys(styles).map(
		(name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const
	);
	for (const [name, value] of Object.entries(styles)) style.setProperty(name, value, 'important');
	return () => {
		for (const [name, value, priority] of before) style.setProperty(name, value, priority);
	};
}

/** The frame's stretch of the page, while the page's scroll drives it. Lengths are CSS px. */
interface Stretch {
	/** From the parent's top to where the frame starts. */
	readonly start: number;
	/** How far the page scrolls while the frame stands still. */
	readonly range: number;
	/** Height of what sticks over the frame. */
	readonly header: number;
	/** Height of the frame. */
	readonly height: number;
}

/** Serves one frame: gives it its height or its stretch of the page, and passes on what it says. */
export class Embed implements Guest {
	readonly frame: HTMLIFrameElement;
	readonly #host: HTMLElement;
	readonly #stops: (() => void)[];
	readonly #told = new Map<string, string>();
	#wishes: Wishes;
	#steps: number | null = null;
	#silent = false;
	#patience: ReturnType<typeof setTimeout> | undefined;
	/** Takes the picture away and shows the frame again; there only while the picture stands for the frame. */
	#restoreFrame: (() => void) | null = null;
	/** Takes the stretch away; there only while the page's scroll drives the frame. */
	#unroll: (() => void) | null = null;
	#stretch: Stretch | null = null;
	/** Nothing speaks against its stretch but that the reader would see the page jump. */
	#waits = false;
	#near = false;
	#progress = '';

	/**
	 * @param host where events are dispatched: the element around the frame, or the frame
	 * @param fresh the frame has come into the page just now: nothing was drawn under it yet
	 */
	constructor(host: HTMLElement, frame: HTMLIFrameElement, wishes: Wishes, fresh: boolean) {
		this.#host = host;
		this.frame = frame;
		this.#wishes = wishes;
		// Blocked frames load in some browsers and do not in others; lazy ones load near the window.
		const seen = new IntersectionObserver((entries) => {
			if (entries.some(({ isIntersecting }) => isIntersecting)) this.#awaitAnswer();
		});
		// The host, not the frame: ad blockers collapse the frames that they block.
		seen.observe(host);
		this.#stops = [on(frame, 'load', () => this.#awaitAnswer()), () => seen.disconnect()];
		enter(this);
		this.#post('hello', {});
		this.reconsider(fresh);
	}

	/** The publisher has changed the element's attributes. */
	wish(wishes: Wishes): void {
		const before = this.#wishes;
		this.#wishes = wishes;
		if (wishes.steps !== before.steps) this.#roll(false);
		this.reconsider(true);
		// What is not written any more is as it was without.
		if (before.theme && !wishes.theme) this.#post('theme', { theme: 'auto' });
		if (before.motion && !wishes.motion) this.#post('motion', { motion: 'full' });
		this.#settle();
	}

	hear(data: unknown): void {
		const message = readFrame(data);
		switch (message?.type) {
			case 'ready':
				clearTimeout(this.#patience);
				this.#silent = false;
				this.#showPicture(false);
				this.#steps = message.steps;
				this.reconsider();
				// The frame spoke before it could know what the page has prepared.
				this.#dispatch({ ...message, mode: this.#unroll ? 'scroll' : 'step' });
				this.#settle();
				return;
			case 'height':
				// While the page drives it, the frame is as high as the window.
				if (!this.#unroll) this.frame.style.height = `${message.height}px`;
				return;
			case 'goto-request':
				// Only a frame that the reader can see may move the page.
				if (this.#near) this.#scrollTo(message.p);
				return;
			case 'error':
				return warn(message.message);
			case 'step':
			case 'complete':
				this.#dispatch(message);
		}
	}

	reconsider(force = false): void {
		this.#waits = false;
		if (this.#wishes.mode !== 'scroll' || onPaper()) return this.#roll(false);
		const why = this.#why();
		if (why) {
			inform(`the embed stays in step mode: ${why}.`);
			this.#roll(false);
		} else if (force || this.#nothingMoves()) {
			this.#roll(true);
		} else {
			this.#waits = !this.#unroll;
		}
	}

	look(): void {
		if (this.#waits && this.#nothingMoves()) this.#roll(true);
		if (!this.#unroll) return;
		const box = this.frame.parentElement?.getBoundingClientRect();
		if (!box || !this.#stretch || box.height === 0) return;
		const { start, range, header, height } = this.#stretch;
		const gone = header - box.top - start;
		const p = Math.min(1, Math.max(0, gone / range)) || 0;
		const fields = { p: Math.round(p * 1e4) / 1e4, vh: height };
		const progress = `${fields.p} ${height}`;
		if (progress === this.#progress) return;
		this.#progress = progress;
		this.#post('progress', fields);
	}

	release(): void {
		clearTimeout(this.#patience);
		this.#showPicture(false);
		this.#roll(false);
		for (const stop of this.#stops) stop();
		leave(this);
	}

	/** From now on the frame has some seconds to say that it is there. */
	#awaitAnswer(): void {
		if (this.#told.has('ready')) return;
		this.#patience ??= setTimeout(() => {
			this.#silent = true;
			inform(`${this.frame.src} does not answer: it is blocked, or not in this page's frame-src.`);
			this.reconsider();
			this.#showPicture(true);
		}, PATIENCE_MS);
	}

	/** Shows the snippet's picture in place of the frame, if it has one, or the frame again. */
	#showPicture(shown: boolean): void {
		if (!shown) {
			this.#restoreFrame?.();
			this.#restoreFrame = null;
			return;
		}
		const picture = this.#host.querySelector<HTMLElement>(PICTURE);
		if (!picture) return;
		// It may answer after all, but a lazy frame that is not shown is never asked for.
		this.frame.loading = 'eager';
		const undo = [
			dress(picture, { display: 'block', 'aspect-ratio': '40 / 21' }),
			dress(this.frame, { display: 'none' })
		];
		this.#restoreFrame = () => {
			for (const back of undo) back();
		};
	}

	#why(): string | null {
		if (this.#silent) return 'the frame does not answer';
		if (wantsLessMotion()) return 'the reader asks for less motion';
		if (this.#wishes.motion === 'reduce') return 'motion="reduce" asks for less motion';
		return whyNot(this.frame);
	}

	/** Whether the frame's stretch can grow without pushing away anything that the reader sees. */
	#nothingMoves(): boolean {
		const { top, bottom, height } = this.frame.getBoundingClientRect();
		const under = bottom >= innerHeight && top >= 0;
		const drawn = performance.getEntriesByName('first-contentful-paint').length > 0;
		return under || height === 0 || !drawn;
	}

	/** Gives the frame its stretch of the page, or takes it back. */
	#roll(out: boolean): void {
		const steps = this.#wishes.steps ?? this.#steps;
		const track = this.frame.parentElement;
		if (out === (this.#unroll !== null)) return;
		this.#waits = false;
		if (!out) {
			const before = this.frame.getBoundingClientRect();
			this.#unroll?.();
			this.#unroll = this.#stretch = null;
			this.#near = false;
			// The frame stays where the reader has it.
			const seen = before.bottom > 0 && before.top < innerHeight && before.height > 0;
			const moved = this.frame.getBoundingClientRect().top - before.top;
			if (seen && moved && !onPaper()) scrollBy({ top: moved, behavior: 'instant' });
			// What it said of its height in the meantime was not heard.
			this.#post('hello', {});
		} else {
			if (!track || steps === null) return;
			const rows = [...track.children].indexOf(this.frame);
			const height = `calc(100svh - ${HEADER})`;
			const undo = [
				dress(track, {
					display: 'grid',
					gap: '0',
					'grid-template-columns': 'minmax(0, 1fr)',
					'grid-template-rows': `${'auto '.repeat(rows)}calc(${100 * WINDOW_PER_STEP * steps}svh + 100svh - ${HEADER})`
				}),
				dress(this.frame, {
					position: 'sticky',
					top: HEADER,
					'grid-row': `${rows + 1}`,
					'align-self': 'start',
					width: '100%',
					height,
					'max-height': 'none',
					'box-sizing': 'border-box',
					margin: '0'
				})
			];
			const sizes = new ResizeObserver(() => {
				this.#measure();
				this.look();
			});
			sizes.observe(track);
			sizes.observe(this.frame);
			const watch = new IntersectionObserver(
				([entry]) => {
					this.#near = entry?.isIntersecting ?? false;
					this.look();
				},
				{ rootMargin: '50% 0px' }
			);
			watch.observe(track);
			this.#unroll = () => {
				sizes.disconnect();
				watch.disconnect();
				for (const back of undo) back();
			};
			this.#measure();
		}
		this.#settle();
	}

	#measure(): void {
		const track = this.frame.parentElement;
		if (!track) return;
		const style = getComputedStyle(track);
		const rows = style.gridTemplateRows.split(' ').map(parseFloat);
		const at = [...track.children].indexOf(this.frame);
		const before = rows.slice(0, at).reduce((sum, row) => sum + row, 0);
		const row = rows[at] ?? 0;
		const height = this.frame.offsetHeight;
		const start = parseFloat(style.paddingTop) + before;
		// A sticky frame may go to the end of its parent: what stands under it there must not be covered.
		const after = track.clientHeight - parseFloat(style.paddingBottom) - start - row;
		this.frame.style.setProperty('margin-bottom', `${Math.max(0, after)}px`, 'important');
		this.#stretch = {
			start: track.clientTop + start,
			range: Math.max(1, row - height),
			header: parseFloat(getComputedStyle(this.frame).top) || 0,
			height
		};
	}

	/** Tells the frame all that it has to know, from the beginning. */
	#settle(): void {
		const { theme, lang, motion } = this.#wishes;
		this.#post('mode', { mode: this.#unroll ? 'scroll' : 'step' });
		if (theme) this.#post('theme', { theme });
		if (lang) this.#post('lang', { lang });
		if (motion) this.#post('motion', { motion });
		this.#progress = '';
		lookSoon();
	}

	#scrollTo(p: number): void {
		const box = this.frame.parentElement?.getBoundingClientRect();
		if (!box || !this.#stretch) return;
		const { start, range, header } = this.#stretch;
		scrollTo({ top: scrollY + box.top + start - header + p * range, behavior: 'instant' });
	}

	/** For the host page's own statistics; what a frame says twice is passed on once. */
	#dispatch({ type, ...detail }: FromFrame): void {
		const words = JSON.stringify(detail);
		if (this.#told.get(type) === words) return;
		this.#told.set(type, words);
		this.#host.dispatchEvent(
			new CustomEvent(`telegram1856:${type}`, { bubbles: true, composed: true, detail })
		);
	}

	#post(type: string, fields: object): void {
		// A sandboxed frame has an opaque origin, which cannot be named; nothing here is secret.
		this.frame.contentWindow?.postMessage({ app: APP, v: VERSION, type, ...fields }, '*');
	}
}
