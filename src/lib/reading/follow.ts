import scrollama from 'scrollama';
import type { Attachment } from 'svelte/attachments';
import type { Position } from '$lib/model/story';
import type { Mover } from './reading.svelte';
import { locate, readingLine } from './locate';
import { ScrollSpeed } from './scroll-speed';

export interface Follow {
	/** Called whenever the position may have changed. */
	onposition: (position: Position) => void;
	/** Called once with the function that brings a beat to the reading line. */
	onready: (moveTo: Mover) => void;
	/** Called when fast scrolling begins and when it ends. */
	onrush: (rushing: boolean) => void;
	/** Whether a step by button or key glides (true) or cuts. */
	glide: () => boolean;
}

/** Milliseconds without a scroll event after which a scroll has ended. */
const STILL_MS = 120;
/** The same during fast scrolling: on a slow machine scroll events come far apart. */
const ARRIVED_MS = 320;
/** Milliseconds between two samples of a scroll. */
const LOOK_MS = 50;
/** Milliseconds for which a step that still glides counts as done; a glide takes less. */
const GLIDE_MS = 1500;

/**
 * Follows the reader through the beats inside the element. scrollama is the observer: at each of its events the boxes of the
 * beats are measured, and they alone say where the reader is. scrollama misses jumps and changes of height, so the end of
 * a scroll and a resize measure too.
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
		const speed = new ScrollSpeed();

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

		const measure = () => {
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
			measure();
			// A glide that a new step interrupted ends too, but not where it was going.
			if (aim?.beat === current) endStep();
		};
		let rushing = false;
		const rush = (now: boolean) => {
			rushing = now;
			onrush(now);
		};
		const arrive = () => rush(speed.rest());
		let ownScroll = new AbortController();
		const endStep = () => {
			aim = null;
			ownScroll.abort();
		};
		/** A step sets out; the reader's own scroll ends its claim. Listened for only now: it costs every frame. */
		const aimAt = (beat: number) => {
			endStep();
			aim = { beat, since: performance.now() };
			ownScroll = new AbortController();
			for (const name of ['wheel', 'touchmove'] as const) {
				addEventListener(name, endStep, { passive: true, signal: ownScroll.signal });
			}
		};

		const observer = scrollama();
		// Leaving one beat and entering the next are two events: during fast scrolling one measurement a frame is enough.
		let frame = 0;
		const measureNextFrame = () => {
			if (!rushing) return measure();
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(measure);
		};
		const offset = readingLine(covered(), innerHeight) / innerHeight || 0.5;
		observer
			// Its types know tenths alone.
			.setup({ step: beats, offset: offset as 0.5 })
			.onStepEnter(measureNextFrame)
			.onStepExit(measureNextFrame);

		const resizes = new ResizeObserver(() => {
			observer.resize();
			measure();
		});
		resizes.observe(root);

		addEventListener(
			'scroll',
			({ timeStamp: now }) => {
				// Every frame of a scroll costs time: most only compare the clock.
				if (now - looked < LOOK_MS && now >= looked) return;
				looked = now;
				clearTimeout(still);
				still = setTimeout(settled, STILL_MS);
				clearTimeout(arrived);
				arrived = setTimeout(arrive, ARRIVED_MS);
				// A step that glides is not fast scrolling: where it ends is known.
				if (aim === null) rush(speed.note(scrollY, now));
			},
			{ passive: true, signal }
		);
		addEventListener('scrollend', settled, { signal });
		addEventListener('scrollend', arrive, { signal });
		for (const name of ['resize', 'pageshow', 'hashchange'] as const) {
			addEventListener(name, measure, { signal });
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
		measure();

		return () => {
			stop.abort();
			endStep();
			clearTimeout(still);
			clearTimeout(arrived);
			cancelAnimationFrame(frame);
			resizes.disconnect();
			observer.destroy();
		};
	};
}
