/** Where the QR codes of a kiosk lead: the address of the story on the web. */

/**
 * Whether an address leads to the machine that reads it, or is none; the health page knows the same rule (`isHere` in
 * `src/lib/kiosk/settings/settings.ts`).
 *
 * @param {string} address
 */
function isHere(address) {
	if (!URL.canParse(address)) return true;
	return /^(127\..*|0\.0\.0\.0|\[::1?\]|(.*\.)?localhost\.?)$/.test(new URL(address).hostname);
}

/**
 * The `home` of a `kiosk.json`, where it is one that the page takes (`settings/settings.ts`); else null.
 *
 * @param {Buffer | undefined} settings
 * @returns {string | null}
 */
function homeIn(settings) {
	try {
		const { home } = JSON.parse(String(settings).replace(/^\uFEFF/, ''));
		if (typeof home !== 'string' || !/^https:\/\//i.test(home)) return null;
		const { href, username, password } = new URL(home);
		return !username && !password && /^[^?#]*\/$/.test(href) ? href : null;
	} catch {
		return null;
	}
}

/**
 * Refuses QR codes that lead nowhere, because visitors take the story home by them.
 *
 * @param {string | undefined} site the address the site was built for
 * @param {Buffer | undefined} settings `kiosk.json`
 * @throws {Error} a sentence, when a visitor's phone would find nothing there
 */
export function checkHome(site, settings) {
	const home = homeIn(settings) ?? site ?? '';
	if (!isHere(home)) return;
	throw new Error(
		`The QR codes of this kiosk would lead to ${home || 'no address'}, where a visitor’s phone finds nothing. ` +
			'Say where the story is on the web: SITE_URL=https://example.org/telegram-1856 npm run kiosk:pack, ' +
			'or "home": "https://example.org/telegram-1856/" in static/kiosk.json. ' +
			'For a trial without it: npm run kiosk:pack -- --without-home'
	);
}
