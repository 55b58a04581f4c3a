/**
 * Registers the service worker from a page that loads no script, so that a reader who came to it first has it, and the
 * story, without a network as well. Reading comes first: it waits three seconds after the load, and with Save-Data it does nothing.
 *
 * The text of this function runs in pages that load no script (`site/page-header.ts`): it uses nothing from outside.
 *
 * @param address of the service worker
 */
export function keepOffline(address: string): void {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	if (connection?.saveData) return;
	addEventListener('load', () =>
		setTimeout(() => {
			try {
				navigator.serviceWorker.register(address).catch(() => {});
			} catch {
				// None on a plain http address or from a disk.
			}
		}, 3000)
	);
}
