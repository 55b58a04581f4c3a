import type { Told } from './journal';
import { isFrozen, LOOK_MS } from './watchdog';

/** How often the page tells the local server that it lives, and a configured address, ms. */
const BEAT_MS = 2000;
const HEARTBEAT_MS = 60_000;
const PATIENCE_MS = 5000;

/**
 * To a foreign server: a plain request that it need not allow beforehand (text, nothing asked back), without cookies, and
 * without the page's address.
 */
const ABROAD: RequestInit = {
	mode: 'no-cors',
	headers: { 'content-type': 'text/plain;charset=UTF-8' },
	credentials: 'omit',
	referrerPolicy: 'no-referrer',
	cache: 'no-store',
	keepalive: true
};

/** What a beat says. Nothing about a visitor. */
interface Beat extends Told {
	readonly version: string;
	/** Ms since the page was loaded, bytes of heap (null where the browser does not tell). */
	readonly uptime: number;
	readonly heap: number | null;
	readonly state: string;
}

export interface Life {
	readonly beat: () => Beat;
	/** Address of the packed folder's own server. */
	readonly beatUrl: string;
	/** A second address, or null. */
	readonly heartbeat: () => string | null;
	/** Running time, ms. */
	readonly now: () => number;
	/** The page has drawn nothing for too long. */
	readonly onfrozen: () => void;
	/** The local server has found the files damaged: told at every beat from then on. */
	readonly onresting?: () => void;
}

/** Whether it is the packed folder's own server that answers, and has only its resting page to show. */
const isResting = ({ status, headers }: Response): boolean =>
	status === 503 && headers.get('x-telegram-1856') === 'resting';

/**
 * Whether a page can be had: without a network the browser's own error page would stand on the screen, and stay there.
 *
 * @param address of a page of this site
 */
export async function canBeHad(address: string): Promise<boolean> {
	try {
		const answer = await fetch(address, {
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE_MS)
		});
		return answer.ok || isResting(answer);
	} catch {
		return false;
	}
}

/** Goes to another page of this site if it can be had; there is no way back to this one. */
export async function goTo(address: string): Promise<void> {
	if (await canBeHad(address)) location.replace(address);
}

/** Used JavaScript heap in bytes; only Chromium tells. */
export function heapBytes(): number | null {
	const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
	return memory?.usedJSHeapSize ?? null;
}

/**
 * Signs of life: a beat is sent out of an animation frame, so that a page that hangs stops beating, and the
 * supervisor outside sees it. A page that still runs but draws nothing sees it itself.
 *
 * @returns a function that ends it
 */
export function live({ beat, beatUrl, heartbeat, now, onfrozen, onresting }: Life): () => void {
	let inVain = 0;
	let beaten = -Infinity;
	let told = -Infinity;
	let listening = true;
	let under = false;

	async function send(url: string, how: RequestInit): Promise<Response | null> {
		try {
			return await fetch(url, {
				method: 'POST',
				body: JSON.stringify(beat()),
				signal: AbortSignal.timeout(PATIENCE_MS),
				...how
			});
		} catch {
			// Out of reach; the next beat tries again.
			return null;
		}
	}

	async function drawn(): Promise<void> {
		inVain = 0;
		const frame = now();
		const url = heartbeat();
		if (url && frame - told >= HEARTBEAT_MS) {
			told = frame;
			void send(url, ABROAD);
		}
		if (!listening || under || frame - beaten < BEAT_MS) return;
		beaten = frame;
		under = true;
		const answer = await send(beatUrl, { headers: { 'content-type': 'application/json' } });
		under = false;
		// A plain static host has no ear for it.
		if (answer && [404, 405, 501].includes(answer.status)) listening = false;
		if (answer && isResting(answer)) onresting?.();
	}

	const look = () => {
		inVain += 1;
		if (isFrozen(inVain, document.visibilityState === 'visible')) onfrozen();
	};
	/** A page that was away has drawn nothing, and is well. */
	const seen = () => (inVain = 0);
	const timer = setInterval(() => {
		// A screen that is switched off draws nothing; the page behind it lives all the same.
		if (document.hidden) void drawn();
		else requestAnimationFrame(() => void drawn());
	}, 1000);
	document.addEventListener('visibilitychange', seen);

	let worker: Worker | null = null;
	let fallback: ReturnType<typeof setInterval> | undefined;
	const alone = () => (fallback ??= setInterval(look, LOOK_MS));
	try {
		worker = new Worker(new URL('./watch-worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = look;
		worker.onerror = (event) => {
			event.preventDefault();
			alone();
		};
	} catch {
		alone();
	}

	return () => {
		clearInterval(timer);
		clearInterval(fallback);
		worker?.terminate();
		document.removeEventListener('visibilitychange', seen);
	};
}

/** Words of an error that is none: the browser only says that it measured in two frames instead of one. */
const HARMLESS = /^ResizeObserver loop/;

/**
 * Hears of everything that nobody caught.
 *
 * @param onfault told the error; `fatal` is false for a part of the page that did not come, which its caller mends
 * @returns a function that stops listening
 */
export function listenForFaults(onfault: (what: unknown, fatal: boolean) => void): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	addEventListener(
		'error',
		(event) => {
			if (!HARMLESS.test(event.message)) onfault(event.error ?? event.message, true);
		},
		{ signal }
	);
	addEventListener('unhandledrejection', (event) => onfault(event.reason, true), { signal });
	addEventListener(
		'vite:preloadError',
		(event) => onfault((event as Event & { payload?: unknown }).payload, false),
		{ signal }
	);
	return () => stop.abort();
}
