import { describe, expect, it } from 'vitest';
import { ErrorRecovery } from './error-recovery';

/** A tab's storage; `broken` throws as a full or denied one does. */
function storage({ broken = false } = {}): () => Storage {
	const kept = new Map<string, string>();
	const allowed = () => {
		if (broken) throw new DOMException('denied', 'SecurityError');
	};
	return () =>
		({
			getItem: (key: string) => (allowed(), kept.get(key) ?? null),
			setItem: (key: string, value: string) => (allowed(), void kept.set(key, value)),
			removeItem: (key: string) => (allowed(), void kept.delete(key))
		}) as unknown as Storage;
}

/** When a page starts afresh that has an error every second from a time on, and nobody in front of it; ms. */
function startsAfreshAt(tab: () => Storage, from: number): number {
	const recovery = new ErrorRecovery(tab);
	for (let now = 0; now < 2_000_000; now += 250) {
		if (recovery.shouldReload(now, true)) return now;
		if (now >= from && (now - from) % 1000 === 0) recovery.fault(now);
	}
	return Infinity;
}

describe('a page that had an error', () => {
	it('starts afresh at once after it has lived for a while', () => {
		expect(startsAfreshAt(storage(), 100_000)).toBe(100_250);
	});

	it('does not without an error', () => {
		expect(new ErrorRecovery(storage()).shouldReload(10_000_000, true)).toBe(false);
	});

	it('waits for its visitor to leave, and does it then', () => {
		const recovery = new ErrorRecovery(storage());
		recovery.fault(100_000);
		expect(recovery.shouldReload(106_000, false)).toBe(false);
		expect(recovery.shouldReload(400_000, false)).toBe(false);
		expect(recovery.shouldReload(400_250, true)).toBe(true);
	});

	it('is given longer and longer when it fails at its start, and never gives up', () => {
		const tab = storage();
		const starts = Array.from({ length: 9 }, () => startsAfreshAt(tab, 1000));
		expect(starts.slice(0, 4)).toEqual([15_000, 30_000, 60_000, 120_000]);
		expect(starts.slice(-2)).toEqual([900_000, 900_000]);
	});

	it('is trusted again once it has lived for a while', () => {
		const tab = storage();
		for (let i = 0; i < 5; i += 1) startsAfreshAt(tab, 0);
		expect(startsAfreshAt(tab, 70_000)).toBe(70_250);
		expect(startsAfreshAt(tab, 0)).toBe(15_000);
	});

	it('starts in no tight loop where nothing can be kept, or something else is', () => {
		const denied = storage({ broken: true });
		expect(startsAfreshAt(denied, 0)).toBe(60_000);
		expect(startsAfreshAt(denied, 0)).toBe(60_000);
		const foreign = storage();
		foreign().setItem('telegram-1856:kiosk-starts', '-1e9');
		expect(startsAfreshAt(foreign, 0)).toBe(15_000);
	});

	it('sends a visitor away at once, and then every ten seconds, not every second', () => {
		const recovery = new ErrorRecovery(storage());
		const sent = Array.from({ length: 25 }, (_, second) => {
			recovery.fault(second * 1000);
			return recovery.shouldReset(second * 1000);
		});
		expect(sent.flatMap((away, second) => (away ? [second] : []))).toEqual([0, 10, 20]);
	});

	it('forgets no error that comes soon after another', () => {
		const recovery = new ErrorRecovery(storage());
		recovery.fault(1000);
		expect(recovery.shouldReset(1000)).toBe(true);
		recovery.fault(3000);
		expect([3000, 10_750, 11_000, 11_250].map((now) => recovery.shouldReset(now))).toEqual([
			false,
			false,
			true,
			false
		]);
	});
});
