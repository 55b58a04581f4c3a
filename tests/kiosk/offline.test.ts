/** The published site as a museum runs it, with the network cut off before the first request. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pack } from '../../scripts/kiosk/pack.mjs';
import { startKiosk, statusAt, temporary } from './kiosk';

/** The site as it was built last. */
const SITE = 'build';

interface NetLog {
	constants: { logEventTypes: Record<string, number> };
	events: { type: number; source: { id: number }; params?: Record<string, unknown> }[];
}

/** Chromium's own record of the network; it ends in the middle when the browser is ended. */
function readNetLog(path: string): NetLog {
	const text = readFileSync(path, 'utf8');
	try {
		return JSON.parse(text);
	} catch {
		return JSON.parse(`${text.slice(0, text.lastIndexOf('},\n') + 1)}]}`);
	}
}

test('the kiosk’s page comes whole from this machine, and nothing leaves it', async (context) => {
	const { folder } = pack({
		site: SITE,
		out: temporary(context),
		version: '1.0.0',
		commit: null
	});
	const notes = temporary(context);
	const netLog = join(notes, 'net.json');
	const { url, stop } = await startKiosk(context, folder, 'node', {
		browserArgs: `--log-net-log=${netLog}`
	});
	await expect
		.poll(async () => Number((await statusAt(url)).beat?.uptime), { timeout: 30_000 })
		.toBeGreaterThan(4000);
	expect((await statusAt(url)).manifest).toMatchObject({ ok: true });
	await stop();

	const { constants, events } = readNetLog(netLog);
	const named = (name: string) =>
		events.filter(({ type }) => type === constants.logEventTypes[name]);
	const connected = named('TCP_CONNECT_ATTEMPT').flatMap(({ params }) => params?.address ?? []);
	expect(connected.length).toBeGreaterThan(0);
	const here = new URL(url).host;
	expect(connected.filter((address) => address !== here)).toEqual([]);
	expect(named('UDP_BYTES_SENT')).toEqual([]);

	const requests = new Map<number, string>();
	for (const { source, params } of named('URL_REQUEST_START_JOB')) {
		if (typeof params?.url === 'string') requests.set(source.id, params.url);
	}
	const ours = [...requests].filter(([, address]) => address.startsWith(url));
	expect(ours.map(([, address]) => address.split('?')[0])).toContain(`${url}kiosk/`);
	const failed = named('FAILED').filter(({ source }) => ours.some(([id]) => id === source.id));
	const refused = named('HTTP_TRANSACTION_READ_RESPONSE_HEADERS').filter(
		({ source, params }) =>
			ours.some(([id]) => id === source.id) &&
			!/ (200|204|304) /.test(String((params?.headers as string[])?.[0]))
	);
	const addresses = [...failed, ...refused].map(({ source }) => requests.get(source.id));
	expect(addresses).toEqual([]);
}, 60_000);
