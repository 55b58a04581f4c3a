// The frame has a script of its own (src/lib/embed/frame/frame.ts): nothing of SvelteKit runs in it.
export const csr = false;
