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
/** Pieces (texts, values, tags) that one letter may draw: a bound on loops that holds where no clock runs. */
export const MAX_PIECES = 5_000;
export const MAX_MEMORY = 2_000_000;
export const MAX_RENDER_MS = 1_000;
