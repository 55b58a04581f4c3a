// Modules that a plugin of ours makes (scripts/vite-embed.mjs).
declare module 'virtual:embed-host' {
	/** The host script of the embed, one classic script. */
	export const code: string;
	/** Its hash for the `integrity` attribute. */
	export const integrity: string;
}
