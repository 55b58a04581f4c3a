/**
 * The headers a server must send with the built site, in one place. `serve.mjs` sends them; run by itself,
 * this script writes the ready files for the common static hosts.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCAL_SITE_URL, siteUrl } from '../src/lib/site/site-url.mjs';

/** @typedef {{ paths: readonly string[], headers: Readonly<Record<string, string>> }} Rule */

const HOST = new URL('../src/lib/embed/host/', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('release.json', HOST), 'utf8'));
/** File names of the host script that never change: this version's, and those before. */
const HOST_SCRIPTS = [
	`v${version}`,
	...readdirSync(new URL('released/', HOST)).map((file) => file.replace(/\.txt$/, ''))
].map((name) => `/embed/${name}.js`);

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

/**
 * Which path has which headers. `*` at the end is anything, `:name` one part of a path; the last rule that
 * matches wins. Hosts that add up the policies of all matching rules come to the same: a frame's policy
 * forbids whatever a page's does.
 *
 * @param {string | null} heartbeat the origin that a kiosk may tell that it is well
 * @param {string | null} origin the site's own
 * @returns {readonly Rule[]}
 */
export const rulesFor = (heartbeat, origin) => [
	{
		paths: ['/*'],
		headers: {
			// A sandboxed frame has an opaque origin: its scripts, fonts and data are "foreign" to it.
			'Access-Control-Allow-Origin': '*',
			'Cross-Origin-Resource-Policy': 'cross-origin',
			'Cache-Control': 'no-cache',
			'Content-Security-Policy': pagePolicy(origin),
			'Permissions-Policy': NOTHING,
			'Referrer-Policy': 'strict-origin',
			'X-Content-Type-Options': 'nosniff'
		}
	},
	...(heartbeat
		? [
				{
					paths: ['/kiosk/', '/:lang/kiosk/'],
					headers: { 'Content-Security-Policy': pagePolicy(origin, heartbeat) }
				}
			]
		: []),
	{
		paths: ['/embed/', '/embed/:what/', '/:lang/embed/', '/:lang/embed/:what/'],
		headers: { 'Content-Security-Policy': framePolicy(origin) }
	},
	{
		paths: ['/_app/immutable/*', ...HOST_SCRIPTS],
		headers: { 'Cache-Control': 'public, max-age=31536000, immutable' }
	}
];

/** A pattern as a regular expression's source, to the end of the path. @param {string} pattern */
const expression = (pattern) =>
	`^${pattern.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/?]+').replace(/\*$/, '.*')}`;

/**
 * The headers of one path of the site.
 *
 * @param {string} path decoded, without query, from the site's root
 * @param {string | null} [heartbeat] as in `rulesFor`
 * @param {string | null} [origin] as in `rulesFor`
 * @returns {Record<string, string>}
 */
export function headersFor(path, heartbeat = null, origin = null) {
	const fits = (/** @type {Rule} */ { paths }) =>
		paths.some((pattern) => new RegExp(`${expression(pattern)}$`).test(path));
	return Object.assign(
		{},
		...rulesFor(heartbeat, origin)
			.filter(fits)
			.map(({ headers }) => headers)
	);
}

const ORIGIN = 'Made by "node scripts/headers.mjs"; change the rules there.';

/** The rule for every path, and those for some. @param {readonly Rule[]} rules */
const split = ([everywhere = { paths: [], headers: {} }, ...special]) => ({ everywhere, special });

/**
 * Netlify, Cloudflare Pages and others that read a file `_headers`.
 *
 * @param {string | null} heartbeat @param {string | null} origin
 */
function underscored(heartbeat, origin) {
	const { everywhere, special } = split(rulesFor(null, origin));
	// Where policies are joined, a page's own cannot allow more than everybody's: here every page may.
	const allowed = heartbeat && { 'Content-Security-Policy': pagePolicy(origin, heartbeat) };
	const wide = { ...everywhere, headers: { ...everywhere.headers, ...allowed } };
	const block = (/** @type {Rule} */ { paths, headers }, without = '') =>
		paths
			.map((path) =>
				[
					path,
					...Object.entries(headers)
						.filter(([name]) => name !== without)
						.map(([name, value]) => `  ${name}: ${value}`)
				].join('\n')
			)
			.join('\n');
	return `# ${ORIGIN}
# For Netlify, Cloudflare Pages and others. The build has it at its root; if the site stands in a folder,
# write the folder before each path and put the file at the root of the host.
# The site's own origin stands beside 'self' once SITE_URL is set: without it frames stay dead in Safari.
# Such hosts join what several rules say of one header. They let files be asked for again by themselves, so
# Cache-Control stands only where it is long.
${[block(wide, 'Cache-Control'), ...special.map((rule) => block(rule))].join('\n')}
`;
}

/**
 * Headers that are not the same everywhere: each path's value, the most special first.
 *
 * @param {readonly Rule[]} rules
 * @param {(pattern: string) => string} write a pattern in the server's own way
 * @param {(name: string, fallback: string, lines: readonly [string, string][]) => string} table
 */
function tables(rules, write, table) {
	const { everywhere, special } = split(rules);
	return [...new Set(special.flatMap(({ headers }) => Object.keys(headers)))].map((name) => {
		const own = special.filter(({ headers }) => headers[name]).reverse();
		return table(
			name,
			everywhere.headers[name] ?? '',
			own.flatMap(({ paths, headers }) =>
				paths.map((path) => /** @type {[string, string]} */ ([write(path), headers[name] ?? '']))
			)
		);
	});
}

const variable = (/** @type {string} */ name) => name.toLowerCase().replaceAll('-', '_');

function nginx(/** @type {readonly Rule[]} */ rules) {
	const { everywhere, special } = split(rules);
	const maps = tables(
		rules,
		// The address as it was asked for: nginx rewrites a folder's to its index.html.
		(pattern) => `"~${expression(pattern)}(\\?|$)"`,
		(name, fallback, lines) =>
			[
				`map $request_uri $telegram_${variable(name)} {`,
				`	default "${fallback}";`,
				...lines.map(([path, value]) => `	${path} "${value}";`),
				'}'
			].join('\n')
	);
	const headers = Object.entries(everywhere.headers).map(([name, value]) =>
		special.some((rule) => rule.headers[name])
			? `	add_header ${name} $telegram_${variable(name)} always;`
			: `	add_header ${name} "${value}" always;`
	);
	return `# ${ORIGIN}
# For nginx: put it into conf.d/, and set server_name and root. A location of your own with an add_header of its
# own would drop all of these.
${maps.join('\n\n')}

server {
	listen 80;
	server_name _;
	root /srv/telegram-1856;
	error_page 404 /404.html;
	charset utf-8;
	gzip on;
	gzip_vary on;
	gzip_types text/css text/javascript application/javascript application/json image/svg+xml;

${headers.join('\n')}
}
`;
}

function caddy(/** @type {readonly Rule[]} */ rules) {
	const { everywhere, special } = split(rules);
	const maps = tables(
		rules,
		(pattern) => `"~${expression(pattern)}$"`,
		(name, fallback, lines) =>
			[
				`	map {path} {${variable(name)}} {`,
				...lines.map(([path, value]) => `		${path} "${value}"`),
				`		default "${fallback}"`,
				'	}'
			].join('\n')
	);
	const headers = Object.entries(everywhere.headers).map(([name, value]) =>
		special.some((rule) => rule.headers[name])
			? `		${name} {${variable(name)}}`
			: `		${name} "${value}"`
	);
	return `# ${ORIGIN}
# For Caddy: set the address (a name of yours brings https) and the root.
:80 {
	root * /srv/telegram-1856
	encode zstd gzip

${maps.join('\n')}
	header {
${headers.join('\n')}
	}
	# The site's own origin beside 'self'; what a map gives out is not read again for placeholders.
	header Content-Security-Policy "-src 'self'" "-src 'self' {scheme}://{hostport}"

	file_server
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
`;
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
 * The ready files, by their path from the project's root.
 *
 * @param {string | null} heartbeat as in `rulesFor`
 * @param {string | null} origin the site's own, for `_headers`
 * @returns {Record<'static/_headers' | 'deploy/_headers' | 'deploy/nginx.conf' | 'deploy/Caddyfile', string>}
 */
export const filesFor = (heartbeat, origin) => ({
	'static/_headers': underscored(heartbeat, origin),
	'deploy/_headers': underscored(heartbeat, origin),
	'deploy/nginx.conf': nginx(rulesFor(heartbeat, '$scheme://$http_host')),
	'deploy/Caddyfile': caddy(rulesFor(heartbeat, null))
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const root = fileURLToPath(new URL('..', import.meta.url));
	for (const [path, text] of Object.entries(filesFor(heartbeatOf(join(root, 'static')), null))) {
		writeFileSync(join(root, path), text);
		console.log(`${path} is written.`);
	}
}
