// What Kit's own types leave open; nothing yet.
declare global {
	namespace App {}
}

export {};
