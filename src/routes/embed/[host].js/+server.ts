import { error } from '@sveltejs/kit';
import { HOST_FILES } from '$lib/site/host-files';

export const prerender = true;
export const trailingSlash = 'never';

/** The host script under the name that stays, under that of its version, and its earlier versions, which articles name. */
export function entries() {
	return Object.keys(HOST_FILES).map((file) => ({ host: file.replace(/\.js$/, '') }));
}

export function GET({ params }) {
	const code = HOST_FILES[`${params.host}.js`];
	if (!code) {
		const names = Object.keys(HOST_FILES).join(', ');
		error(404, `There is no host script “${params.host}.js”; there are ${names}.`);
	}
	return new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}
