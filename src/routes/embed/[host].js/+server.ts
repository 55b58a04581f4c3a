import { error } from '@sveltejs/kit';
import { code } from 'virtual:embed-host';
import { HOST_FILES } from '$lib/server/embeds';

export const prerender = true;
export const trailingSlash = 'never';

/** The host script under the name that stays, and under the name of its version. */
export function entries() {
	return HOST_FILES.map((file) => ({ host: file.replace(/\.js$/, '') }));
}

export function GET({ params }) {
	if (!HOST_FILES.includes(`${params.host}.js`)) {
		error(
			404,
			`There is no host script “${params.host}.js”; there is ${HOST_FILES.join(' and ')}.`
		);
	}
	return new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}
