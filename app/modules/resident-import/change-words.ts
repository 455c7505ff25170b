/** Stands where the register holds nothing yet. */
export const CHANGES_NOTHING = "(kosong)";
/** Stands for what the reader may not see. */
export const HIDDEN = "(tersembunyi)";
