import { createContext } from 'svelte';
import type { Words } from '$lib/model/words';

export const [useWords, provideWords] = createContext<Words>();
