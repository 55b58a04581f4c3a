// What Kit's and Svelte's own types leave open.
declare global {
	namespace App {}
}

declare module 'svelte/elements' {
	interface HTMLScriptAttributes {
		/** The script has run before the first paint. */
		blocking?: 'render';
	}
}

export {};
