import { canStart } from './floor';
import { switchLayout } from './layout';

/** A page without the application after this time is shown complete, ms; on a slow network it may still come. */
const PATIENCE_MS = 15_000;

/**
 * Lays the page out for the application before the first paint, so that nothing shifts when it comes, and shows the
 * complete page without it as soon as it is known not to come: a script that is refused, blocked or broken.
 *
 * The text of this function runs in the page's head, before anything of the application: it uses nothing but its
 * parameters, and no new syntax.
 */
function start(
	canStart: () => boolean,
	switchLayout: (app: boolean) => void,
	patienceMs: number,
	guessKey: string
): void {
	const root = document.documentElement;
	// WebKit prints a blank for a lazy picture that was never on screen.
	function loadPictures() {
		document.querySelectorAll('img').forEach((img) => (img.loading = 'eager'));
	}
	function hasFailed() {
		if (root.getAttribute('data-app') !== '') return;
		switchLayout(false);
		loadPictures();
		// The rest of the page may not be read yet.
		addEventListener('DOMContentLoaded', loadPictures);
	}
	// What a page without scripts shows unfolded is made when it is first opened: it costs nothing until then.
	function unfold(event: Event) {
		const folded = event.target instanceof Element && event.target.querySelector('noscript');
		if (folded) folded.outerHTML = folded.textContent || '';
	}
	addEventListener('toggle', unfold, true);
	if (!canStart()) {
		addEventListener('DOMContentLoaded', loadPictures);
		return;
	}
	root.setAttribute('data-app', '');
	// What answers a guess comes later; the scroll is restored before.
	try {
		if (localStorage.getItem(guessKey)) root.setAttribute('data-answered', '');
	} catch {
		// Nothing is remembered.
	}
	addEventListener('unhandledrejection', hasFailed);
	addEventListener(
		'error',
		(event) => {
			const from = event.target;
			const own = from instanceof HTMLScriptElement || from instanceof HTMLLinkElement;
			const address = own ? ('src' in from ? from.src : from.href) : event.filename;
			if (/\/_app\/.*\.js$/.test(address || '')) hasFailed();
		},
		true
	);
	setTimeout(hasFailed, patienceMs);
}

/**
 * The script for the head of a page that has an application.
 *
 * @param guessKey where this browser remembers the reader's guess
 */
export const startScript = (guessKey: string) =>
	`<script>(${start})(${canStart},${switchLayout},${PATIENCE_MS},${JSON.stringify(guessKey)})</script>`;
