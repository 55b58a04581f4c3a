/**
 * `npm run kiosk:pack`: one folder and one zip that a museum copies to a machine.
 *
 * Builds the site and packs `build/`; with BUILD_DIR it packs the site that is there. The same site and commit
 * give the same bytes. What is in the folder: README.md beside this file. `-- --without-home` packs a site whose QR
 * codes lead nowhere, for a trial.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { siteUrl } from '../src/lib/site/site-url.mjs';
import { checkHome } from './home.mjs';
import { fillGuide, fillRestingPage } from './texts.mjs';

const NAME = 'telegram-1856-kiosk';
const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..');
/** A zip says when its files were written; any fixed time does. Zips know local time only, from 1980 on. */
const WRITTEN = new Date(1980, 0, 1);
/** Python's compiled copies of the modules: they belong to the machine that ran the tests. */
const COMPILED = '__pycache__';

/** @typedef {Map<string, Buffer>} Files names with `/`, in order */

/**
 * @param {string} folder
 * @returns {Files}
 */
function filesIn(folder) {
	const files = /** @type {Files} */ (new Map());
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			for (const [name, bytes] of filesIn(path)) files.set(`${entry.name}/${name}`, bytes);
		} else files.set(entry.name, readFileSync(path));
	}
	return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A stick or a Windows disk keeps only one of two names that differ in case.
 *
 * @param {Files} files
 * @throws {Error} naming both
 */
function checkNames(files) {
	const seen = new Map();
	for (const name of files.keys()) {
		const other = seen.get(name.toLowerCase());
		if (other) {
			throw new Error(
				`“${other}” and “${name}” differ only in upper and lower case, and a stick would keep one of them; build the site again.`
			);
		}
		seen.set(name.toLowerCase(), name);
	}
}

/**
 * A checkout on Windows, or an editor there, may have given them its line endings: a shell takes each CR for a part of
 * the command, and stops with a message that names no cause.
 *
 * @param {Files} files what the machine runs, and other files
 * @throws {Error} naming all that have them, and what to do
 */
function checkLineEndings(files) {
	const wrong = [...files]
		.filter(([name, bytes]) => /\.(sh|py|service)$/.test(name) && bytes.includes('\r\n'))
		.map(([name]) => name);
	if (wrong.length === 0) return;
	throw new Error(
		`Windows line endings (CRLF) in ${wrong.join(', ')}: a Linux machine would not start the kiosk. ` +
			'Save with LF line endings, or delete what is named in kiosk-runtime/shipped and fetch it again: ' +
			'git checkout -- kiosk-runtime/shipped'
	);
}

/**
 * Packs a built site.
 *
 * @param {object} options
 * @param {string} options.site the built site
 * @param {string} options.out where the folder and the zip go; both are replaced
 * @param {string} options.version
 * @param {string | null} options.commit
 * @param {boolean} [options.needsHome] whether to refuse a site whose QR codes lead nowhere
 * @param {string} [options.shipped] folder of all that is shipped beside the site
 * @returns {{ folder: string, zip: string, files: number }} paths; files of the site
 * @throws {Error} a sentence, when the site cannot be packed
 */
export function pack({
	site,
	out,
	version,
	commit,
	needsHome = false,
	shipped = join(HERE, 'shipped')
}) {
	if (!existsSync(join(site, 'kiosk/index.html'))) {
		throw new Error(
			`There is no page kiosk/index.html in ${site}; build the site first, or set BUILD_DIR to where it is.`
		);
	}
	const siteFiles = filesIn(site);
	// The technician's file stands beside the site: one file to edit, and no checksum on it.
	const settings = siteFiles.get('kiosk.json');
	siteFiles.delete('kiosk.json');
	checkNames(siteFiles);
	if (needsHome) {
		const story = String(siteFiles.get('index.html'));
		checkHome(/<link rel="canonical" href="([^"]*)"/.exec(story)?.[1], settings);
	}
	const files = /** @type {Files} */ (
		new Map([...filesIn(shipped)].filter(([name]) => !name.split('/').includes(COMPILED)))
	);
	checkLineEndings(files);
	const text = (/** @type {string} */ name) => String(files.get(name));
	const config = JSON.parse(text('runtime/config.json'));
	const manifest = {
		name: NAME,
		version,
		commit,
		files: Object.fromEntries(
			[...siteFiles].map(([name, bytes]) => [
				name,
				{ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
			])
		)
	};
	if (settings) files.set('kiosk.json', settings);
	for (const name of ['GUIDE.txt', 'REFERENCE.txt']) {
		const heading = `Version ${version}${commit ? `, ${commit}` : ''}`;
		files.set(name, Buffer.from(fillGuide(text(name), config, heading)));
	}
	const resting = fillRestingPage(
		text('resting.html'),
		join(ROOT, 'src/content'),
		siteFiles.get('maps/cover.svg')
	);
	files.set('resting.html', Buffer.from(resting));
	files.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, '\t')}\n`));
	for (const [name, bytes] of siteFiles) files.set(`site/${name}`, bytes);

	const folder = join(out, NAME);
	const zip = `${folder}.zip`;
	rmSync(folder, { recursive: true, force: true });
	/** @type {import('fflate').Zippable} */
	const zipped = {};
	for (const [name, bytes] of files) {
		const path = join(folder, name);
		const mode = name.endsWith('.sh') ? 0o755 : 0o644;
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, bytes);
		chmodSync(path, mode);
		zipped[`${NAME}/${name}`] = [
			bytes,
			// 3 is Unix: only then do the rights mean something.
			{ mtime: WRITTEN, os: 3, attrs: (0o100000 | mode) << 16, level: 9 }
		];
	}
	writeFileSync(zip, zipSync(zipped));
	return { folder, zip, files: siteFiles.size };
}

/** The commit, with a mark when files differ from it; null outside a repository. */
function commitNow() {
	const git = (/** @type {string[]} */ ...args) =>
		execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	try {
		const changed = git('status', '--porcelain').trim() ? ' with changes' : '';
		return git('rev-parse', 'HEAD').trim() + changed;
	} catch {
		return null;
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		const given = process.env.BUILD_DIR;
		const unknown = process.argv.slice(2).filter((word) => word !== '--without-home');
		if (unknown.length > 0) {
			throw new Error(
				`“${unknown.join(' ')}” means nothing here; --without-home is all that can be said. BUILD_DIR names a site that is built already, SITE_URL where it will stand.`
			);
		}
		const needsHome = !process.argv.includes('--without-home');
		if (!given) {
			// Now, and not after half a minute.
			const settings = join(ROOT, 'static/kiosk.json');
			if (needsHome)
				checkHome(siteUrl(), existsSync(settings) ? readFileSync(settings) : undefined);
			const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], {
				cwd: ROOT,
				stdio: 'inherit'
			});
			if (status !== 0) throw new Error('The site could not be built, so nothing was packed.');
		}
		const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
		const { folder, zip, files } = pack({
			site: given ?? join(ROOT, 'build'),
			out: join(ROOT, 'kiosk-pack'),
			version,
			commit: commitNow(),
			needsHome
		});
		console.log(`Packed ${files} files of the site into\n  ${folder}\n  ${zip}`);
		console.log('Copy one of them to the machine; GUIDE.txt in it says how to go on.');
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
