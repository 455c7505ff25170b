import { z } from "zod";
import { REVEALED_GROUPS } from "./visible-rules.ts";

/** What somebody typed into the search for residents: a name, a NIK or a No KK. */
export const SearchInput = z.object({ cari: z.string().trim().max(100).catch("") });

/** Which masked numbers of a person shall be shown. */
export const RevealInput = z.object({
  tampilkan: z.enum(REVEALED_GROUPS).catch("identity"),
});
