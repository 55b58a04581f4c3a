/** Sizes of the text that a visitor can choose, as factors of the kiosk's own size. */
export const TEXT_STEPS = [1, 1.2, 1.45] as const;
