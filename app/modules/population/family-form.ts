import { z } from "zod";
import { dayFrom, text, version } from "./input-parts.ts";
import { FORM_WORDS } from "./words.ts";

const day = dayFrom("1945-01-01");

const card = {
  nomor: text(32),
  alamat: text(200),
  wilayah: z.string({ error: FORM_WORDS.areaMissing }).regex(/^[0-9a-f-]{36}$/, FORM_WORDS.areaMissing),
  kode_pos: text(5).refine((value) => value === null || /^\d{5}$/.test(value), FORM_WORDS.noPostalCode),
  terbit: day,
  yakin: z.string().max(40).optional(),
};

/** A new family card, before its people. */
export const AddFamilyInput = z.object(card);
export type AddFamilyInput = z.infer<typeof AddFamilyInput>;

/** What a card says otherwise than the record. An empty number stays as it was; `-` empties it. */
export const ChangeFamilyInput = z.object({
  ...card,
  versi: version,
});
export type ChangeFamilyInput = z.infer<typeof ChangeFamilyInput>;

/** Which button of a card's page was used. */
export const FamilyActInput = z.object({
  maksud: z.enum(["tampilkan", "cocok"], { error: FORM_WORDS.reload }),
  versi: version,
});
