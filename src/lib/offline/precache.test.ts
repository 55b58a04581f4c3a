import { expect, it } from 'vitest';
import { isPrecached } from './precache';

it.each([
	'/',
	'/es/',
	'/map/',
	'/people/',
	'/es/glossary/',
	'/manifest.webmanifest',
	'/favicon.ico',
	'/apple-touch-icon.png',
	'/icons/icon-192.png',
	'/kiosk/',
	'/maps/cover.svg',
	'/_app/immutable/chunks/_Xy.js',
	'/_app/immutable/a.css',
	'/favicon.svg',
	'/__data.json',
	'/pictures.json',
	'/es/pictures.json',
	'/geo/world.json',
	'/_app/immutable/chunks/404a.js'
])('lists %s', (path) => {
	expect(isPrecached(path)).toBe(true);
});

it.each([
	'/.nojekyll',
	'/.htaccess',
	'/_headers',
	'/_redirects',
	'/kiosk.json',
	'/404.html',
	'/share.png',
	'/es/share.png',
	'/embed/pictures/rumour.png',
	'/people/__data.json',
	'/es/map/__data.json',
	'/sitemap.xml',
	'/robots.txt',
	'/embed/',
	'/embed/rumour/',
	'/es/embed/',
	'/es/embed/p05/',
	'/large/rumour/'
])('leaves out %s', (path) => {
	expect(isPrecached(path)).toBe(false);
});
