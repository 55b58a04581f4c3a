/** What is fetched when it is nearly wanted, in one file: one by one these would split the code they share into crumbs. */
export { default as CardDialog } from './CardDialog.svelte';
export { default as Continue } from './Continue.svelte';
export { guess } from './guess';
export { default as Menu } from './Menu.svelte';
export { default as Return } from './Return.svelte';
export { default as Spine } from './Spine.svelte';
