/** What a template may use: nothing that reads, loads or prints beyond the names that it was given. */
export const TEMPLATE_TAGS = ["if", "elsif", "else", "unless", "for", "assign"] as const;
export const TEMPLATE_FILTERS = [
  "upcase",
  "downcase",
  "capitalize",
  "strip",
  "append",
  "prepend",
  "default",
  "size",
] as const;
export const TEMPLATE_COMMANDS = ["@identitas", "@ttd"] as const;

export const MAX_TEMPLATE_LETTERS = 20_000;
export const MAX_TEMPLATE_LINES = 400;
/** Letters that values may put into one letter. */
export const MAX_OUTPUT_LETTERS = 200_000;
/** Values that one letter may draw, and rows of a list: with loops only over lists and none inside another, a bound that holds where no clock runs. */
export const MAX_VALUES = 5_000;
export const MAX_ROWS = 100;
export const MAX_MEMORY = 2_000_000;
export const MAX_RENDER_MS = 1_000;
