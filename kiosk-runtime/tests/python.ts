/** The Python that runs the museum runtime in the tests. */
import { spawnSync } from 'node:child_process';

/** A name or path; KIOSK_PYTHON names another one, as it does for `start.sh`. */
export const PYTHON = process.env.KIOSK_PYTHON || 'python3';

/**
 * Why the runtime cannot be tested on a machine.
 *
 * @param hasPython whether `PYTHON` is new enough
 * @returns a sentence; null when it can be tested
 */
export function missing(platform: NodeJS.Platform, hasPython: boolean): string | null {
	if (platform !== 'linux') {
		return 'The museum runtime is not tested, because it runs on Linux only: run these tests there as well.';
	}
	if (!hasPython) {
		return `The museum runtime is not tested, because ${PYTHON} is not Python 3.8 or newer: install it (Debian, Ubuntu: apt-get install python3), or set KIOSK_PYTHON to its path.`;
	}
	return null;
}

const asked = spawnSync(PYTHON, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']);
/** Why the runtime cannot be tested here; null when it can. */
export const MISSING = missing(process.platform, asked.status === 0);
