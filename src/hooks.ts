import type { Transport } from '@sveltejs/kit';
import { ServerHtml } from '$lib/model/server-html';

export const transport: Transport = {
	ServerHtml: {
		encode: (value) => value instanceof ServerHtml && value.name,
		decode: (name: string) => ServerHtml.inPage(name)
	}
};
