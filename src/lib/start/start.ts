import { meetsFloor } from './floor';
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
	meetsFloor: () => boolean,
	switchLayout: (app: boolean) => void,
	patienceMs: number
): void {
	const root = document.documentElement;
	/** WebKit prints a blank for a lazy picture that was never on screen. */
	function loadPictures() {
		document.querySelectorAll('img').forEach((img) => (img.loading = 'eager'));
	}
	function hasFailed() {
		if (root.getAttribute('data-app') !== '') return;
		switchLayout(false);
		loadPictures();
	}
	// Browsers refuse modules to a page that was opened from a disk.
	if (location.protocol === 'file:' || !meetsFloor()) {
		addEventListener('DOMContentLoaded', loadPictures);
		return;
	}
	root.setAttribute('data-app', '');
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

/** A page opened from a disk has folders behind its links: they lead to the page in the folder. */
function linkToFiles(): void {
	if (location.protocol !== 'file:') return;
	addEventListener('click', (event) => {
		const target = event.target as Element;
		const link = target.closest ? (target.closest('a[href]') as HTMLAnchorElement | null) : null;
		if (!link || link.protocol !== 'file:' || !/\/$/.test(link.pathname)) return;
		link.pathname += 'index.html';
	});
}

/**
 * The script for a page's head.
 *
 * @param withApp true for a page that has an application
 */
export function headScript(withApp: boolean): string {
	const app = `(${start})(${meetsFloor},${switchLayout},${PATIENCE_MS});`;
	return `<script>${withApp ? app : ''}(${linkToFiles})()</script>`;
}
