import type { Told } from './journal';
import { isFrozen, LOOK_MS } from './watchdog';

/** Intervals of the heartbeat to the local server and to a configured address, and its timeout, ms. */
const LOCAL_INTERVAL_MS = 2000;
const REMOTE_INTERVAL_MS = 60_000;
const TIMEOUT_MS = 5000;

/**
 * To a foreign server: a plain request that it need not allow beforehand (text, nothing asked back), without cookies, and
 * without the page's address.
 */
const CROSS_ORIGIN: RequestInit = {
	mode: 'no-cors',
	headers: { 'content-type': 'text/plain;charset=UTF-8' },
	credentials: 'omit',
	referrerPolicy: 'no-referrer',
	cache: 'no-store',
	keepalive: true
};

/** What a heartbeat reports. Nothing about a visitor. */
interface Beat extends Told {
	readonly version: string;
	/** Ms since the page was loaded, bytes of heap (null where the browser does not tell). */
	readonly uptime: number;
	readonly heap: number | null;
	readonly state: string;
}

export interface HeartbeatOptions {
	readonly beat: () => Beat;
	/** Address of the packed folder's own server. */
	readonly beatUrl: string;
	/** A second address, or null. */
	readonly heartbeat: () => string | null;
	/** Running time, ms. */
	readonly now: () => number;
	/** Called when the page has drawn nothing for too long. */
	readonly onfrozen: () => void;
	/** Called at every heartbeat after the local server has found the files damaged. */
	readonly onresting?: () => void;
}

/** Whether the answer is the packed folder's resting page: its files are damaged. */
const isResting = ({ status, headers }: Response): boolean =>
	status === 503 && headers.get('x-telegram-1856') === 'resting';

/**
 * Whether the server has a page: without a network the browser would show its own error page, and stay there.
 *
 * @param address of a page of this site
 */
export async function isReachable(address: string): Promise<boolean> {
	try {
		const answer = await fetch(address, {
			cache: 'no-store',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		return answer.ok || isResting(answer);
	} catch {
		return false;
	}
}

/** Goes to another page of this site if the server has it; this page leaves the history. */
export async function goTo(address: string): Promise<void> {
	if (await isReachable(address)) location.replace(address);
}

/** Used JavaScript heap in bytes; only Chromium tells. */
export function heapBytes(): number | null {
	const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
	return memory?.usedJSHeapSize ?? null;
}

/**
 * The heartbeat. It is sent from an animation frame, so that a page that hangs stops sending and the supervisor outside
 * notices. A page that still runs but no longer draws notices by itself.
 *
 * @returns a function that ends it
 */
export function startHeartbeat({
	beat,
	beatUrl,
	heartbeat,
	now,
	onfrozen,
	onresting
}: HeartbeatOptions): () => void {
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
				signal: AbortSignal.timeout(TIMEOUT_MS),
				...how
			});
		} catch {
			// Unreachable; the next heartbeat tries again.
			return null;
		}
	}

	async function drawn(): Promise<void> {
		inVain = 0;
		const frame = now();
		const url = heartbeat();
		if (url && frame - told >= REMOTE_INTERVAL_MS) {
			told = frame;
			void send(url, CROSS_ORIGIN);
		}
		if (!listening || under || frame - beaten < LOCAL_INTERVAL_MS) return;
		beaten = frame;
		under = true;
		const answer = await send(beatUrl, { headers: { 'content-type': 'application/json' } });
		under = false;
		// A plain static host does not listen.
		if (answer && [404, 405, 501].includes(answer.status)) listening = false;
		if (answer && isResting(answer)) onresting?.();
	}

	const look = () => {
		inVain += 1;
		if (isFrozen(inVain, document.visibilityState === 'visible')) onfrozen();
	};
	/** A page in the background draws nothing, which is no fault. */
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

/** Not an error: the browser reports that a measurement took two frames instead of one. */
const HARMLESS = /^ResizeObserver loop/;

/**
 * Listens for uncaught errors.
 *
 * @param onfault called with the error; `fatal` is false for a module that failed to load, which its caller handles
 * @returns a function that stops listening
 */
export function listenForErrors(onfault: (what: unknown, fatal: boolean) => void): () => void {
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
