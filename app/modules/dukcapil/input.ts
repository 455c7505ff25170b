import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { uploadField } from "#app/platform/files/file-field.ts";
import { day, line, optionalLine, Version } from "#app/platform/input-parts.ts";
import type { Sheet, SheetField } from "./sheet-rules.ts";
import { BATCH_WORDS, FORM_WORDS } from "./words.ts";

const RELOAD = "Muat ulang halaman ini, lalu coba lagi.";
const shorter = (most: number) => `Paling panjang ${most} huruf. Ringkaslah isian ini.`;
const NO_DAY = "Tanggal ini tidak ada di kalender.";

const id = z.string().max(60, RELOAD);
const ids = z
  .array(id, { error: BATCH_WORDS.choose })
  .min(1, BATCH_WORDS.choose)
  .max(100, "Paling banyak 100.");

/** `POST /kantor/dukcapil/baru/:id`: which sheet for this resident. */
export const MakeFormInput = z.object({
  lembar: z.string({ error: FORM_WORDS.noSheet }).max(40, FORM_WORDS.noSheet),
});
export type MakeFormInput = z.infer<typeof MakeFormInput>;

/** `maksud=peristiwa`: the sheet of an act that was just recorded. */
export const ActInput = z.object({
  tindakan: z.string({ error: FORM_WORDS.noEvent }).max(60, FORM_WORDS.noEvent),
});
export type ActInput = z.infer<typeof ActInput>;

/** The fields of a sheet. */
export function sheetInput(sheet: Sheet) {
  const parts = Object.fromEntries(
    sheet.parts.map(({ key, list, fields }) => [
      key,
      z
        .array(z.object(Object.fromEntries(fields.map((field) => [field.key, fieldInput(field)]))).optional())
        .max(list?.most ?? 1, "Terlalu banyak baris.")
        .optional(),
    ]),
  );
  return z.object({
    versi: Version,
    maksud: z.enum(["simpan", "siap"]).default("simpan"),
    isian: z.object(parts).optional(),
  });
}

function fieldInput({ kind, choices = [] }: SheetField) {
  const most = kind === "long" ? 1_000 : 200;
  const text = z.string().trim().max(most, shorter(most)).optional();
  if (kind === "day") return text.refine((value) => !value || isDay(value), NO_DAY);
  if (kind === "choice")
    return text.refine((value) => !value || choices.includes(value), "Pilih salah satu dari daftar.");
  return text;
}

export const OpenBatchInput = z.object({ lembar: ids });
export type OpenBatchInput = z.infer<typeof OpenBatchInput>;

/** `maksud=tambah`. */
export const AddInput = z.object({ versi: Version, lembar: ids });
export type AddInput = z.infer<typeof AddInput>;

/** `maksud=keluarkan`. */
export const RemoveInput = z.object({ versi: Version, keluar: id });
export type RemoveInput = z.infer<typeof RemoveInput>;

const receipt = { nomor: optionalLine(60), berkas: uploadField() };

/** `maksud=kirim`: carried to Dukcapil; the receipt may come later. */
export const SendInput = z.object({
  versi: Version,
  tanggal: day("Isi tanggal pengiriman."),
  pembawa: line("Tulis siapa yang membawa berkasnya."),
  ...receipt,
});
export type SendInput = z.infer<typeof SendInput>;

/** `maksud=terima`. */
export const ReceiptInput = z
  .object({ versi: Version, ...receipt })
  .refine(({ nomor, berkas }) => nomor || berkas, {
    message: "Isi nomor tanda terima, atau pilih fotonya.",
    path: ["nomor"],
  });
export type ReceiptInput = z.infer<typeof ReceiptInput>;

/** `maksud=kembali`. */
export const ReturnInput = z.object({
  versi: Version,
  tanggal: day("Isi tanggal pengembalian."),
  alasan: line("Tulis alasan Dukcapil, supaya dapat diperbaiki.", 500),
});
export type ReturnInput = z.infer<typeof ReturnInput>;

/** `maksud=selesai`: what Dukcapil issued. */
export const FinishInput = z.object({
  versi: Version,
  tanggal: day("Isi tanggal selesai."),
  nik: z
    .string()
    .trim()
    .optional()
    .transform((text) => text?.replace(/[\s.-]/g, "") || null)
    .refine((text) => text === null || /^\d{16}$/.test(text), FORM_WORDS.nikWrong),
  akta_lahir: optionalLine(60),
  nomor: optionalLine(60),
});
export type FinishInput = z.infer<typeof FinishInput>;

/** `maksud=ambil`. */
export const CollectInput = z.object({
  versi: Version,
  tanggal: day("Isi tanggal pengambilan."),
  oleh: line("Tulis siapa yang mengambil."),
});
export type CollectInput = z.infer<typeof CollectInput>;

/** `maksud=batal`. */
export const CancelInput = z.object({
  versi: Version,
  alasan: line("Tulis mengapa dibatalkan.", 500),
});
export type CancelInput = z.infer<typeof CancelInput>;
