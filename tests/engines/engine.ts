/** A browser as the path of checks needs it: the same steps in every engine, written once. */
import { setTimeout as pause } from 'node:timers/promises';

export type EngineName = 'webkit' | 'firefox' | 'chromium';

export interface OpenOptions {
	/** Whether the scripts of the pages run. */
	readonly scripts: boolean;
	/** False for a reader whose system asks for less motion. */
	readonly motion: boolean;
}

/** A browser that was started once and opens a new window, with nothing stored, for each check. */
export interface Driver {
	open(how: OpenOptions): Promise<Engine>;
	stop(): Promise<void>;
}

/** How long an element that is about to be clicked may take to appear. */
const APPEAR_MS = 12_000;

/** How often the mouse follows an element that moves away under it. */
const MOVES = 5;

/** CSS px in the window. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Box extends Point {
	readonly width: number;
	readonly height: number;
}

export type Key =
	| 'ArrowDown'
	| 'ArrowLeft'
	| 'ArrowRight'
	| 'ArrowUp'
	| 'End'
	| 'Enter'
	| 'Escape'
	| 'Home'
	| 'Tab';

/**
 * What an engine's own driver does. Everything that can be said with these is said once, in the class.
 */
export abstract class Engine {
	abstract readonly name: EngineName;
	abstract goto(url: string): Promise<void>;
	abstract reload(): Promise<void>;
	abstract back(): Promise<void>;
	abstract forward(): Promise<void>;
	/** Gives the page a viewport of this size in CSS px. */
	abstract resize(width: number, height: number): Promise<void>;
	abstract move(to: Point): Promise<void>;
	abstract down(): Promise<void>;
	abstract up(): Promise<void>;
	/** Turns the wheel over a point; `by` is in CSS px, down is positive. */
	abstract wheel(at: Point, by: number): Promise<void>;
	abstract press(key: Key): Promise<void>;
	/** Errors and warnings of the page's console since the engine was started. */
	abstract console(): Promise<string[]>;
	/** The page as PDF, as the engine's own print command makes it. */
	abstract print(): Promise<Buffer>;
	abstract stop(): Promise<void>;

	/** Runs JavaScript in the page, or in the frame that the selectors lead to, one in the other. */
	protected abstract run(expression: string, frames: readonly string[]): Promise<unknown>;

	/** Runs a function in the page; what goes in and what comes back is JSON. */
	async evaluate<A extends readonly unknown[], T>(
		script: (...given: A) => T | Promise<T>,
		...given: A
	): Promise<T> {
		return this.evaluateIn([], script, ...given);
	}

	/** Runs a function in the frame that the selectors lead to, one in the other. */
	async evaluateIn<A extends readonly unknown[], T>(
		frames: readonly string[],
		script: (...given: A) => T | Promise<T>,
		...given: A
	): Promise<T> {
		return (await this.run(`(${script})(...${JSON.stringify(given)})`, frames)) as T;
	}

	/**
	 * The middle of an element, which is waited for, until it stands still, and scrolled into view.
	 *
	 * @throws {Error} when none is shown in time
	 */
	async middleOf(selector: string, frames: readonly string[] = []): Promise<Point> {
		const end = Date.now() + APPEAR_MS;
		for (;;) {
			const point = await this.#shownAt(selector, frames);
			if (point) {
				const [frame] = frames.slice(-1);
				if (!frame) return point;
				const outer = await this.boxOf(frame, frames.slice(0, -1));
				return { x: outer.x + point.x, y: outer.y + point.y };
			}
			if (Date.now() > end) throw new Error(`Nothing that is “${selector}” is shown.`);
			await pause(100);
		}
	}

	/** The middle of what is shown and stands still, or null. */
	#shownAt(selector: string, frames: readonly string[]): Promise<Point | null> {
		return this.evaluateIn(
			frames,
			async (wanted) => {
				const middle = () => {
					const element = [...document.querySelectorAll(wanted)].find(
						(candidate) => candidate.getClientRects().length > 0 && candidate.checkVisibility()
					);
					const seen = element?.getBoundingClientRect();
					if (!seen || seen.top < 0 || seen.bottom > innerHeight) {
						element?.scrollIntoView({ block: 'center', behavior: 'instant' });
					}
					// The first of its lines: the middle of all of them may be beside the words.
					const line = element?.getClientRects()[0];
					return line ? { x: line.x + line.width / 2, y: line.y + line.height / 2 } : null;
				};
				const before = middle();
				await new Promise((done) => setTimeout(done, 60));
				const after = middle();
				return before?.x === after?.x && before?.y === after?.y ? after : null;
			},
			selector
		);
	}

	/** Where the first such element is. @throws {Error} when there is none */
	async boxOf(selector: string, frames: readonly string[] = []): Promise<Box> {
		const box = await this.evaluateIn(
			frames,
			(wanted) => {
				const found = document.querySelector(wanted)?.getBoundingClientRect();
				return found && { x: found.x, y: found.y, width: found.width, height: found.height };
			},
			selector
		);
		if (!box) throw new Error(`There is no “${selector}”.`);
		return box;
	}

	/** Clicks the middle of an element with the mouse. */
	async click(selector: string, frames: readonly string[] = []): Promise<void> {
		for (let point = await this.middleOf(selector, frames), tries = 0; ; tries += 1) {
			await this.move(point);
			// What grows beside it may have pushed it away in the meantime.
			const now = await this.middleOf(selector, frames);
			if (tries === MOVES || (now.x === point.x && now.y === point.y)) break;
			point = now;
		}
		await this.down();
		await this.up();
	}

	async clickAt(point: Point): Promise<void> {
		await this.move(point);
		await this.down();
		await this.up();
	}

	/** Drags with the left button, in small steps as a hand does. */
	async drag(from: Point, to: Point, steps = 6): Promise<void> {
		await this.move(from);
		await this.down();
		for (let i = 1; i <= steps; i += 1) {
			await this.move({
				x: Math.round(from.x + ((to.x - from.x) * i) / steps),
				y: Math.round(from.y + ((to.y - from.y) * i) / steps)
			});
		}
		await this.up();
	}
}
