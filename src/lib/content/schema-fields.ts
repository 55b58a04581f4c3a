import type * as v from 'valibot';

/** What this module reads of a schema; each kind of schema has some of it. */
interface Shape {
	readonly type: string;
	readonly entries?: Readonly<Record<string, Shape>>;
	readonly rest?: Shape;
	readonly value?: Shape;
	readonly item?: Shape;
	readonly wrapped?: Shape;
	/** What a value may be: kinds of an entry, or words. */
	readonly options?: readonly (Shape | string)[];
	readonly literal?: unknown;
	/** The field that chooses among the kinds of an entry. */
	readonly key?: unknown;
	readonly getter?: (input: unknown) => Shape;
}

/** The fields that an object may have. */
export interface Fields {
	/** All of them, optional ones too. */
	readonly all: readonly string[];
	readonly required: readonly string[];
	/** The object is an entry under an id, not a field of one. */
	readonly entry: boolean;
}

/**
 * The fields of the object that a path leads to.
 *
 * @param path fields, ids and indices from the top of the file
 * @param root what the file holds; a field `kind` in it decides between kinds of entries
 * @returns null where the schema has no object
 */
export function fieldsAt(
	schema: v.GenericSchema,
	path: readonly (string | number)[],
	root: unknown
): Fields | null {
	let shapes = variantsOf(schema as unknown as Shape, root);
	let value = root;
	let entry = false;
	for (const step of path) {
		value = (value as Record<string | number, unknown> | null | undefined)?.[step];
		entry = shapes.some(({ type }) => type === 'record');
		shapes = shapes
			.flatMap((shape) => shape.entries?.[step] ?? shape.value ?? shape.item ?? shape.rest ?? [])
			.flatMap((shape) => variantsOf(shape, value));
	}
	const objects = shapes.map(({ entries }) => entries).filter((entries) => entries !== undefined);
	if (objects.length === 0) return null;
	const all = [...new Set(objects.flatMap((entries) => Object.keys(entries)))];
	const required = all.filter((name) =>
		objects.every((entries) => !['optional', undefined].includes(entries[name]?.type))
	);
	return { all, required, entry };
}

/** A shape without what makes it optional, or the shapes it may have. */
function variantsOf(shape: Shape, value: unknown): Shape[] {
	if (shape.wrapped) return variantsOf(shape.wrapped, value);
	if (shape.getter) return variantsOf(shape.getter(value), value);
	const kinds = (shape.options ?? []).filter((option) => typeof option !== 'string');
	if (kinds.length === 0) return [shape];
	const field = String(shape.key);
	const kind = (value as Record<string, unknown> | null | undefined)?.[field];
	const chosen = kinds.filter(({ entries }) => {
		const { literal, options = [] } = entries?.[field] ?? {};
		return kind !== undefined && [literal, ...options].includes(kind as string);
	});
	return (chosen.length > 0 ? chosen : kinds).flatMap((option) => variantsOf(option, value));
}
