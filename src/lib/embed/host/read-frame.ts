import type { Fields, Ours } from '../protocol/messages';
import { APP, idOf, MAX_HEIGHT, MODES, oneOf, VERSION, within } from '../protocol/protocol';

/** One of the frame's own messages, checked. */
export type FromFrame = { [T in keyof Fields]: Omit<Ours<T>, 'app' | 'v'> }[keyof Fields];

/** A frame lower than this shows nothing that can be read, CSS px. */
export const MIN_HEIGHT = 120;
/** No story has more steps. */
export const MAX_STEPS = 500;
/** Of a message for the console, characters. */
const MAX_WORDS = 300;

/**
 * Reads one message of the frame. Never throws: what is not ours or not of its kind is null; heights and
 * progress are moved into their limits.
 *
 * @param data `event.data`, unchecked
 */
export function readFrame(data: unknown): FromFrame | null {
	try {
		return typeof data === 'object' && data !== null ? read(data as Fieldset) : null;
	} catch {
		// An object that objects to being read.
		return null;
	}
}

type Fieldset = Readonly<Record<string, unknown>>;

function whole(least: number, most: number, value: unknown): number | null {
	return Number.isInteger(value) && within(least, most, value) === value ? (value as number) : null;
}

function read(fields: Fieldset): FromFrame | null {
	if (fields.app !== APP || fields.v !== VERSION) return null;
	const id = idOf(fields.id);
	const type = fields.type;
	if (id === null) return null;
	switch (type) {
		case 'ready': {
			const steps = whole(1, MAX_STEPS, fields.steps);
			const pages = whole(1, MAX_STEPS, fields.pages);
			const mode = oneOf(MODES, fields.mode);
			if (steps === null || pages === null || mode === null) return null;
			return { id, type, steps, pages, mode };
		}
		case 'height': {
			const height = within(MIN_HEIGHT, MAX_HEIGHT, fields.height);
			return height === null ? null : { id, type, height: Math.ceil(height) };
		}
		case 'step': {
			const of = whole(1, MAX_STEPS, fields.of);
			const index = whole(0, (of ?? 0) - 1, fields.index);
			const beat = idOf(fields.beat);
			if (of === null || index === null || beat === null) return null;
			return { id, type, index, of, beat };
		}
		case 'complete':
			return { id, type };
		case 'goto-request': {
			const p = within(0, 1, fields.p);
			return p === null ? null : { id, type, p };
		}
		case 'error': {
			const { message } = fields;
			return typeof message === 'string'
				? { id, type, message: message.slice(0, MAX_WORDS) }
				: null;
		}
		default:
			return null;
	}
}
