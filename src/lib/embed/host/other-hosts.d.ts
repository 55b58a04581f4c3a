/** Of other people's host scripts, what our tests use. They bring no types. */
declare module 'pym.js' {
	interface Parent {
		sendWidth(): void;
		sendViewportAndIFramePosition(): void;
		remove(): void;
	}
	const pym: {
		readonly Parent: new (id: string, url: string, config: { trackscroll?: boolean }) => Parent;
	};
	export default pym;
}

declare module '@newswire/frames' {
	/** Returns what stops it. */
	export function observeIframe(frame: HTMLIFrameElement): () => void;
}
