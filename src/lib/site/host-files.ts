import { code } from 'virtual:embed-host';
import release from '$lib/embed/host/release.json';

/** Earlier versions, as they were built: articles carry their hashes. */
const released = import.meta.glob<string>('../embed/host/released/*.txt', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** The host script by file name: the newest of the first line, and every version, for which a hash can be given. */
export const HOST_FILES: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		Object.entries(released).map(([path, earlier]) => [
			path.replace(/^.*\/(.*)txt$/, '$1js'),
			earlier
		])
	),
	'v1.js': code,
	[`v${release.version}.js`]: code
};
