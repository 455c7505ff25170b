import { z } from "zod";
import { Ids } from "./input-parts.ts";
import { NEXT_YEAR_WORDS } from "./next-year-words.ts";

/** Which activities come along: those ticked, or all. */
export const NextYearInput = z.object({
  kegiatan: Ids,
  cakupan: z.enum(["terpilih", "semua"], { error: NEXT_YEAR_WORDS.scopeUnknown }).default("terpilih"),
});
export type NextYearInput = z.infer<typeof NextYearInput>;
