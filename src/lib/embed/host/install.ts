import { VERSION } from '../protocol/protocol';
import { define } from './element';
import { Embed } from './embed';
import { isServed, sweep } from './page';
import { NO_WISHES } from './wishes';

declare global {
	interface Window {
		/** The host script, once a page has it. */
		telegram1856?: {
			readonly version: number;
			/** Serves plain frames that have come into the page, and lets go those that have left it. */
			readonly scan: () => void;
		};
	}
}

function scan(): void {
	sweep();
	for (const frame of document.querySelectorAll('iframe[data-telegram-1856]')) {
		if (!(frame instanceof HTMLIFrameElement) || frame.closest('telegram-1856')) continue;
		if (!isServed(frame)) new Embed(frame, frame, NO_WISHES, false);
	}
}

/**
 * Starts serving the page. A page that loads the script twice is served once.
 *
 * @param script the script's own address; null when it is not known
 */
export function install(script: string | null): void {
	// An element of the page with this id would answer to the name too.
	if (typeof window.telegram1856?.scan !== 'function') {
		window.telegram1856 = { version: VERSION, scan };
		// The script stands in the folder of the embeds: `<site>/embed/v1.js`.
		define(script === null ? null : new URL('../', script).href);
		if (document.readyState === 'loading') {
			document.addEventListener('DOMContentLoaded', scan, { once: true });
		}
	}
	window.telegram1856?.scan();
}
