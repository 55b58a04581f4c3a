import type { Transport } from '@sveltejs/kit';
import { ServerHtml } from '$lib/model/server-html';

export const transport: Transport = {
	ServerHtml: {
		encode: (value) => value instanceof ServerHtml && [1],
		decode: () => ServerHtml.kept
	}
};
