import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followUpdates } from './updates';

const update = vi.fn(async () => {});
const reload = vi.fn();
let workers: EventTarget & {
	controller: object | null;
	ready: Promise<object>;
	register: () => Promise<object>;
};
let status: () => Promise<Response>;
let isFree: boolean;
let kiosk: ReturnType<typeof followUpdates>;

async function start() {
	kiosk = followUpdates({ status: '/kiosk-status', worker: '/w.js', isFree: () => isFree, reload });
	await vi.advanceTimersByTimeAsync(0);
}
const newVersion = () => workers.dispatchEvent(new Event('controllerchange'));

beforeEach(() => {
	vi.useFakeTimers();
	vi.clearAllMocks();
	isFree = true;
	status = async () => new Response('', { status: 404 });
	const registration = { update };
	workers = Object.assign(new EventTarget(), {
		controller: {},
		ready: Promise.resolve(registration),
		register: vi.fn(async () => registration)
	});
	vi.stubGlobal('navigator', { serviceWorker: workers });
	vi.stubGlobal('fetch', () => status());
});
afterEach(() => {
	kiosk.stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

it('reloads for a new version at once in the attract loop, and again where that fails', async () => {
	await start();
	await vi.advanceTimersByTimeAsync(120_000);
	expect(reload).not.toHaveBeenCalled();
	newVersion();
	expect(reload).toHaveBeenCalledOnce();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(reload).toHaveBeenCalledTimes(2);
});

it('reloads for a version that comes during a visit when the visitor has gone', async () => {
	await start();
	isFree = false;
	newVersion();
	kiosk.renew();
	await vi.advanceTimersByTimeAsync(120_000);
	expect(reload).not.toHaveBeenCalled();
	isFree = true;
	kiosk.renew();
	expect(reload).toHaveBeenCalledOnce();
});

it('asks for a new version every hour, and whenever the attract loop begins, not during a visit', async () => {
	await start();
	await vi.advanceTimersByTimeAsync(3_500_000);
	expect(update).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(100_000);
	expect(update).toHaveBeenCalledOnce();
	isFree = false;
	await vi.advanceTimersByTimeAsync(3_600_000);
	expect(update).toHaveBeenCalledOnce();
	isFree = true;
	kiosk.renew();
	await vi.advanceTimersByTimeAsync(0);
	expect(update).toHaveBeenCalledTimes(2);
});

it('caches nothing in the packed folder, nor without a network on the first visit', async () => {
	status = async () => new Response('{}');
	await start();
	kiosk.stop();
	status = () => Promise.reject(new TypeError('no network'));
	workers.controller = null;
	await start();
	expect(workers.register).not.toHaveBeenCalled();
	kiosk.stop();
	workers.controller = {};
	await start();
	expect(workers.register).toHaveBeenCalledOnce();
});
