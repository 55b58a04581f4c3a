/**
 * On a web host the kiosk is kept in the browser, so that it goes on without a network, and a newer version is taken
 * up in the attract loop alone. The packed folder has everything on the disk: there is nothing to keep.
 *
 * @param addresses of the packed folder's own server and of the service worker
 * @param isFree whether nobody is in front of the screen
 * @returns to be called whenever the attract loop begins: asks for a newer version
 */
export function keepUp(
	addresses: { readonly status: string; readonly worker: string },
	isFree: () => boolean
): () => void {
	let renew = () => {};
	fetch(addresses.status, { cache: 'no-store' }).then(
		async ({ ok }) => {
			if (ok) return;
			const { keepOffline } = await import('../offline/keep');
			renew = keepOffline(addresses.worker, () => {});
			navigator.serviceWorker?.addEventListener('controllerchange', () => {
				if (isFree()) location.reload();
			});
		},
		// No network: what was kept on an earlier visit is what runs.
		() => {}
	);
	return () => renew();
}
