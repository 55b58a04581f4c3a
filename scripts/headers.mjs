/**
 * The headers a server must send with the built site, in one place. `serve.mjs` sends them; run by itself,
 * this script writes the ready files for the common static hosts from the templates in `headers/`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCAL_SITE_URL, siteUrl } from '../src/lib/site/site-url.mjs';

const HOST = new URL('../src/lib/embed/host/', import.meta.url);
/** Names of the host script that never change: this version's, and those before. */
const VERSIONS = [
	`v${JSON.parse(readFileSync(new URL('release.json', HOST), 'utf8')).version}`,
	...readdirSync(new URL('released/', HOST)).map((file) => file.replace(/\.txt$/, ''))
];
const IMMUTABLE = 'public, max-age=31536000, immutable';

const policy = (/** @type {Record<string, string>} */ directives) =>
	Object.entries(directives)
		.map(([name, value]) => `${name} ${value}`)
		.join('; ');

/**
 * Nothing that the site could ask of a reader. Only names that browsers know: each other one is a line in
 * the host page's console.
 */
const NOTHING = [
	'accelerometer',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'usb'
]
	.map((feature) => `${feature}=()`)
	.join(', ');

/**
 * The site itself in a policy. WebKit (2.50, Safari 26) matches `'self'` in a sandboxed frame against the frame's opaque
 * origin, so that nothing may load: the site's own origin beside it says the same to every browser.
 *
 * @param {string | null} origin such as `https://example.org`, or what a server puts there itself; null where it is not known
 */
const site = (origin) => (origin ? `'self' ${origin}` : "'self'");

/** Frames: what they need, and nothing else. Anybody may embed them. @param {string | null} origin */
const framePolicy = (origin) =>
	policy({
		'default-src': "'none'",
		'script-src': site(origin),
		'style-src': site(origin),
		'img-src': `${site(origin)} data:`,
		'font-src': site(origin),
		'connect-src': site(origin),
		'base-uri': "'none'",
		'form-action': "'none'",
		'frame-ancestors': '*'
	});

/**
 * Every other page: nothing of anybody else's. Inline scripts are SvelteKit's start, whose hash is another in
 * every build: see docs/decisions/0009.
 *
 * @param {string | null} origin
 * @param {string | null} [heartbeat] an origin that the page also sends a sign of life to
 */
const pagePolicy = (origin, heartbeat = null) =>
	policy({
		'default-src': site(origin),
		'script-src': `${site(origin)} 'unsafe-inline'`,
		'style-src': `${site(origin)} 'unsafe-inline'`,
		'img-src': `${site(origin)} data: blob:`,
		'object-src': "'none'",
		'base-uri': "'self'",
		'form-action': "'self'",
		...(heartbeat && { 'connect-src': `${site(origin)} ${heartbeat}` })
	});

/**
 * The origin that a kiosk sends its sign of life to. What is wrong in the file is for the kiosk's health page to say.
 *
 * @param {string} file a `kiosk.json`
 * @returns {string | null} null when it names none
 */
export function heartbeatOrigin(file) {
	try {
		const { protocol, origin, username, password } = new URL(
			JSON.parse(file.replace(/^\uFEFF/, '')).heartbeat
		);
		return /^https?:$/.test(protocol) && !username && !password ? origin : null;
	} catch {
		return null;
	}
}

/** The same for a built site, or the project's `static/`. @param {string} folder */
export function heartbeatOf(folder) {
	const file = join(folder, 'kiosk.json');
	return existsSync(file) ? heartbeatOrigin(readFileSync(file, 'utf8')) : null;
}

/** @param {string} path decoded, from the site's root @param {string | null} heartbeat @param {string | null} origin */
function policyOf(path, heartbeat, origin) {
	if (/^(\/[^/]+)?\/embed\/([^/]+\/)?$/.test(path)) return framePolicy(origin);
	return pagePolicy(origin, /^(\/[^/]+)?\/kiosk\/$/.test(path) ? heartbeat : null);
}

/**
 * The headers of one path of the site: what the server files must send as well.
 *
 * @param {string} path decoded, without query, from the site's root
 * @param {string | null} [heartbeat] the origin that a kiosk may tell that it is well
 * @param {string | null} [origin] the site's own
 * @returns {Record<string, string>}
 */
export function headersFor(path, heartbeat = null, origin = null) {
	const immutable =
		path.startsWith('/_app/immutable/') ||
		VERSIONS.some((version) => path === `/embed/${version}.js`);
	return {
		// A sandboxed frame has an opaque origin: its scripts, fonts and data are "foreign" to it.
		'Access-Control-Allow-Origin': '*',
		'Cross-Origin-Resource-Policy': 'cross-origin',
		'Cache-Control': immutable ? IMMUTABLE : 'no-cache',
		'Content-Security-Policy': policyOf(path, heartbeat, origin),
		'Permissions-Policy': NOTHING,
		'Referrer-Policy': 'strict-origin',
		'X-Content-Type-Options': 'nosniff'
	};
}

/**
 * The site's origin, for hosts whose headers are written beforehand; null, and a printed sentence, while `SITE_URL` is
 * not set. nginx and Caddy take it from each request.
 */
export function originOfSite() {
	if (siteUrl() !== LOCAL_SITE_URL) return new URL(siteUrl()).origin;
	console.warn(
		'Warning: SITE_URL is not set, so _headers cannot name the site: frames on other sites stay dead in Safari.'
	);
	return null;
}

/**
 * A server file from its template in `headers/`: `%name%` stands for what depends on the rules, the host script's
 * versions, the heartbeat and the site's origin.
 *
 * @param {string} name
 * @param {string | null} heartbeat @param {string | null} origin as in `headersFor`
 */
function fill(name, heartbeat, origin) {
	/** @type {Record<string, string>} */
	const values = {
		page: pagePolicy(origin),
		frame: framePolicy(origin),
		kiosk: pagePolicy(origin, heartbeat),
		permissions: NOTHING,
		immutable: IMMUTABLE,
		versions: VERSIONS.join('|').replaceAll('.', '\\.'),
		scripts: VERSIONS.map((version) => `/embed/${version}.js\n  Cache-Control: ${IMMUTABLE}`).join(
			'\n'
		)
	};
	const template = readFileSync(new URL(`headers/${name}`, import.meta.url), 'utf8');
	return template.replace(/%(\w+)%/g, (_, key) => values[key] ?? '');
}

/**
 * The ready files, by their path from the project's root. nginx and Caddy take the site's origin from each request:
 * Caddy in a line of its own, for what its `map` gives out is not read for placeholders.
 *
 * @param {string | null} heartbeat as in `headersFor`
 * @param {string | null} origin the site's own, for `_headers`
 * @returns {Record<'static/_headers' | 'deploy/_headers' | 'deploy/nginx.conf' | 'deploy/Caddyfile', string>}
 */
export const filesFor = (heartbeat, origin) => ({
	'static/_headers': fill('_headers', heartbeat, origin),
	'deploy/_headers': fill('_headers', heartbeat, origin),
	'deploy/nginx.conf': fill('nginx.conf', heartbeat, '$scheme://$http_host'),
	'deploy/Caddyfile': fill('Caddyfile', heartbeat, null)
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const root = fileURLToPath(new URL('..', import.meta.url));
	for (const [path, text] of Object.entries(filesFor(heartbeatOf(join(root, 'static')), null))) {
		writeFileSync(join(root, path), text);
		console.log(`${path} is written.`);
	}
}
