import scrollama from 'scrollama';
import type { Attachment } from 'svelte/attachments';
import type { Position } from '$lib/model/story';
import type { Mover } from './reading.svelte';
import { locate, readingLine } from './locate';
import { Pace } from './scroll-speed';

export interface Follow {
	/** Told whenever the position may have changed. */
	onposition: (position: Position) => void;
	/** Handed, once, the function that brings a beat to the reading line. */
	onready: (moveTo: Mover) => void;
	/** Told when the reader begins to rush past the words, and when they slow down. */
	onrush: (rushing: boolean) => void;
	/** Whether a step by button or key glides (true) or cuts. */
	glide: () => boolean;
}

/** Milliseconds without a scroll event after which the page counts as standing still. */
const STILL_MS = 120;
/** The same for a reader who rushes: on a slow machine scroll events come far apart. */
const ARRIVED_MS = 320;
/** Milliseconds between two looks at a scroll. */
const LOOK_MS = 50;
/** Milliseconds for which a step that still glides counts as done; a glide takes less. */
const GLIDE_MS = 1500;

/**
 * Follows the reader through the beats inside the element. scrollama is the bell: whenever it rings
 * (and when the window changes) the boxes of the beats are read, and they alone say where the reader is.
 * scrollama misses jumps and changes of height, so the end of a scroll and a resize ring too.
 */
export function follow({ onposition, onready, onrush, glide }: Follow): Attachment<HTMLElement> {
	return (root) => {
		const beats = [...root.querySelectorAll<HTMLElement>('[data-beat]')];
		const stop = new AbortController();
		const { signal } = stop;
		let current = -1;
		/** Where the last step is going, while it glides. */
		let aim: { readonly beat: number; readonly since: number } | null = null;
		let still: ReturnType<typeof setTimeout> | undefined;
		let arrived: ReturnType<typeof setTimeout> | undefined;
		let looked = 0;
		const pace = new Pace();

		/** Height of what sticks over the text, CSS px; the page's CSS knows it. */
		const covered = () => parseFloat(getComputedStyle(root).scrollMarginTop) || 0;

		/** Measured when asked for: a search looks at six boxes of forty. */
		const boxes = {
			length: beats.length,
			at: (index: number) => beats[index]?.getBoundingClientRect()
		};

		/** Where the reader was last, in which window, and how the words lay in it, CSS px. */
		let position: Position = { beat: 0, progress: 0 };
		const windowNow = () => `${innerWidth} ${innerHeight}`;
		const layoutNow = () => `${root.clientWidth} ${root.offsetHeight}`;
		let [inWindow, layout] = [windowNow(), layoutNow()];
		/**
		 * Other lines, or other gaps, in another window: the same words come back to the reading line. A phone's bars, which
		 * come and go, change the window alone; fonts and pictures that come change the layout alone.
		 */
		const keepPlace = (line: number) => {
			const before = [inWindow, layout];
			[inWindow, layout] = [windowNow(), layoutNow()];
			if (inWindow === before[0] || layout === before[1]) return;
			const box = boxes.at(position.beat);
			// At the very top, and in what stands behind the last passage, there is no place in the words to keep.
			const isBehind = position.progress === 1 && position.beat === beats.length - 1;
			if (!box || scrollY === 0 || isBehind) return;
			const top = box.top + position.progress * box.height - line;
			scrollBy({ top, behavior: 'instant' });
		};

		const ring = () => {
			const line = readingLine(covered(), innerHeight);
			keepPlace(line);
			position = locate(boxes, line);
			if (position.beat !== current) {
				beats[current]?.removeAttribute('aria-current');
				beats[position.beat]?.setAttribute('aria-current', 'step');
				current = position.beat;
			}
			onposition(position);
		};

		const settled = () => {
			ring();
			// A glide that a new step interrupted ends too, but not where it was going.
			if (aim?.beat === current) letGo();
		};
		let rushing = false;
		const rush = (now: boolean) => {
			rushing = now;
			onrush(now);
		};
		const arrive = () => rush(pace.rest());
		let hands = new AbortController();
		const letGo = () => {
			aim = null;
			hands.abort();
		};
		/** A step sets out; the reader's own scroll ends its claim. Listened for only now: it costs every frame. */
		const aimAt = (beat: number) => {
			letGo();
			aim = { beat, since: performance.now() };
			hands = new AbortController();
			for (const name of ['wheel', 'touchmove'] as const) {
				addEventListener(name, letGo, { passive: true, signal: hands.signal });
			}
		};

		const bell = scrollama();
		// Leaving one beat and entering the next rings twice: who rushes past needs it once a frame.
		let rung = 0;
		const toll = () => {
			if (!rushing) return ring();
			cancelAnimationFrame(rung);
			rung = requestAnimationFrame(ring);
		};
		bell.setup({ step: beats, offset: 0.6 }).onStepEnter(toll).onStepExit(toll);

		const watch = new ResizeObserver(() => {
			bell.resize();
			ring();
		});
		watch.observe(root);

		addEventListener(
			'scroll',
			({ timeStamp: now }) => {
				// Every frame of a scroll counts: most of them only look at the clock.
				if (now - looked < LOOK_MS && now >= looked) return;
				looked = now;
				clearTimeout(still);
				still = setTimeout(settled, STILL_MS);
				clearTimeout(arrived);
				arrived = setTimeout(arrive, ARRIVED_MS);
				// A step that glides is no rush: where it ends is known.
				if (aim === null) rush(pace.note(scrollY, now));
			},
			{ passive: true, signal }
		);
		addEventListener('scrollend', settled, { signal });
		addEventListener('scrollend', arrive, { signal });
		for (const name of ['resize', 'pageshow', 'hashchange'] as const) {
			addEventListener(name, ring, { signal });
		}

		onready((beat, focus) => {
			// While a step still glides, the next one counts from where it is going.
			const step = beat - current;
			const gliding = aim !== null && performance.now() - aim.since < GLIDE_MS;
			const to = gliding && aim && Math.abs(step) === 1 ? aim.beat + step : beat;
			const target = beats[to];
			if (!target) return;
			if (focus) target.focus({ preventScroll: true });
			if (step === 0) return;
			aimAt(to);
			const near = Math.abs(to - current) <= 2;
			target.scrollIntoView({ block: 'start', behavior: near && glide() ? 'smooth' : 'instant' });
			if (!near || !glide()) settled();
		});
		ring();

		return () => {
			stop.abort();
			letGo();
			clearTimeout(still);
			clearTimeout(arrived);
			cancelAnimationFrame(rung);
			watch.disconnect();
			bell.destroy();
		};
	};
}
