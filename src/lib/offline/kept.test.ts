import { expect, it } from 'vitest';
import { isKept } from './kept';

it.each([
	'/',
	'/map/',
	'/kiosk/',
	'/_app/immutable/chunks/_Xy.js',
	'/_app/immutable/a.css',
	'/favicon.svg',
	'/__data.json'
])('keeps %s', (path) => {
	expect(isKept(path)).toBe(true);
});

it.each([
	'/.nojekyll',
	'/.htaccess',
	'/_headers',
	'/_redirects',
	'/kiosk.json',
	'/404.html',
	'/share.png'
])('does not ask for %s', (path) => {
	expect(isKept(path)).toBe(false);
});

it.each(['/embed/rumour/', '/es/embed/', '/maps/cover.svg', '/large/rumour/'])(
	'leaves %s to those who ask for it',
	(path) => {
		expect(isKept(path)).toBe(false);
	}
);
