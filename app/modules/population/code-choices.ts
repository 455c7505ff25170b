import { CODE_LISTS } from "./code-lists.ts";

/** Men and women, for a group of two. */
export const SEX_CHOICES = CODE_LISTS.sex.codes.map(({ code, label }) => ({ value: String(code), label }));
