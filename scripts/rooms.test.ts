import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOMS } from '../rooms.config.js';

it('has rooms that import only rooms above them, so that rooms have no cycle', () => {
	const upwards = ROOMS.flatMap(({ room, mayImport }, index) =>
		mayImport
			.filter((other) => ROOMS.findIndex((known) => known.room === other) >= index)
			.concat(mayImport.filter((other) => !ROOMS.some((known) => known.room === other)))
			.map((other) => `${room} imports ${other}`)
	);
	expect(upwards).toEqual([]);
	expect(ROOMS.filter(({ folder }) => !existsSync(folder))).toEqual([]);
});
