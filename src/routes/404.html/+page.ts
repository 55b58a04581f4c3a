// A page of links needs no script.
export const csr = false;
