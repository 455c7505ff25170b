import { z } from "zod";

/** How the service was: 1 (poor) to 4 (very good). */
export const RateInput = z.object({
  kode: z.string({ error: "Isi kodenya." }).trim().min(1, "Isi kodenya.").max(40, "Paling panjang 40 huruf."),
  nilai: z.enum(["1", "2", "3", "4"], { error: "Pilih satu nilai." }).transform((value) => Number(value)),
  ulasan: z
    .string()
    .trim()
    .max(500, "Paling panjang 500 huruf. Ringkaslah isian ini.")
    .optional()
    .transform((text) => text || null),
});
export type RateInput = z.infer<typeof RateInput>;
