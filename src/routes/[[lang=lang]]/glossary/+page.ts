// A page to read: nothing on it moves, so no script comes with it.
export const csr = false;
