const LIB = 'src/lib';
const PURE = ['model'];
const ALIVE = ['model', 'ui', 'reading', 'globe', 'pictures', 'chart', 'ruler'];

/**
 * The rooms of `src/lib` and what each may import (drawn in `docs/architecture.md`). ESLint enforces it, types included.
 * A room imports only rooms that stand above it in this list, so rooms have no cycle; `.dependency-cruiser.cjs` finds
 * cycles inside a room.
 *
 * @type {readonly { room: string, folder: string, mayImport: readonly string[] }[]}
 */
export const ROOMS = [
	// Shapes and pure rules.
	{ room: 'model', folder: `${LIB}/model`, mayImport: [] },
	{ room: 'start', folder: `${LIB}/start`, mayImport: [] },
	{ room: 'styles', folder: `${LIB}/styles`, mayImport: [] },
	{ room: 'offline', folder: `${LIB}/offline`, mayImport: [...PURE] },
	{ room: 'ui', folder: `${LIB}/ui`, mayImport: [...PURE] },
	{ room: 'reading', folder: `${LIB}/reading`, mayImport: [...PURE] },
	{ room: 'chart', folder: `${LIB}/chart`, mayImport: [...PURE, 'ui'] },
	{ room: 'globe', folder: `${LIB}/globe`, mayImport: [...PURE, 'styles', 'ui'] },
	// The stage without the map: room, evening, line of evidence.
	{ room: 'pictures', folder: `${LIB}/pictures`, mayImport: [...PURE, 'ui', 'globe'] },
	{ room: 'ruler', folder: `${LIB}/ruler`, mayImport: [...PURE, 'ui', 'reading', 'globe'] },
	// Rendered once, never hydrated: it cannot know where the reader is.
	{ room: 'prose', folder: `${LIB}/prose`, mayImport: [...PURE, 'ui', 'chart', 'globe'] },
	{ room: 'stage', folder: `${LIB}/stage`, mayImport: ALIVE },
	// The host script runs in other people's pages, the frame in its own: only the protocol is common.
	{ room: 'embed-protocol', folder: `${LIB}/embed/protocol`, mayImport: [...PURE] },
	{ room: 'embed-host', folder: `${LIB}/embed/host`, mayImport: [...PURE, 'embed-protocol'] },
	{
		room: 'embed-frame',
		folder: `${LIB}/embed/frame`,
		mayImport: [...PURE, 'ui', 'globe', 'pictures', 'embed-protocol', 'embed-host']
	},
	{
		room: 'embed-maker',
		folder: `${LIB}/embed/maker`,
		mayImport: [...PURE, 'ui', 'embed-protocol', 'embed-host']
	},
	{ room: 'kiosk', folder: `${LIB}/kiosk`, mayImport: [...ALIVE, 'offline'] },
	// At build time only.
	{ room: 'content', folder: `${LIB}/content`, mayImport: [...PURE, 'globe', 'ruler'] },
	{
		room: 'site',
		folder: `${LIB}/site`,
		mayImport: [
			...PURE,
			'start',
			'reading',
			'content',
			'prose',
			'globe',
			'pictures',
			'ruler',
			'stage',
			'kiosk',
			'embed-protocol',
			'embed-host',
			'embed-maker'
		]
	}
];
