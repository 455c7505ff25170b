import { z } from "zod";
import { day as anyDay, line, optionalLine, time, Version } from "#app/platform/input-parts.ts";
import { PERMIT_KINDS, PLACE_KINDS } from "./permit-rules.ts";
import { PERMIT_WORDS } from "./words.ts";

const RELOAD = "Muat ulang halaman ini, lalu coba lagi.";
const NO_DAY = "Tanggal ini tidak ada di kalender.";
const MOST_RUPIAH = 1_000_000_000;

const day = (missing: string) =>
  anyDay(missing).refine((text) => text >= "2000-01-01" && text < "2200", NO_DAY);
const kind = z.enum(PERMIT_KINDS, { error: "Pilih jenis izinnya." });

const what = {
  keperluan: line("Tulis untuk apa.", 300),
  tempat: optionalLine(60),
  lokasi: optionalLine(200),
  mulai: day("Isi tanggal mulainya."),
  jam_mulai: time("Isi jam mulainya."),
  selesai: day("Isi tanggal selesainya."),
  jam_selesai: time("Isi jam selesainya."),
};

/** Does it end after it begins, and within a year? */
function checkSpan(
  {
    mulai,
    jam_mulai,
    selesai,
    jam_selesai,
  }: { mulai: string; jam_mulai: string; selesai: string; jam_selesai: string },
  check: z.RefinementCtx,
): void {
  const wrong = (message: string) => check.addIssue({ code: "custom", path: ["selesai"], message });
  if (`${selesai}T${jam_selesai}` <= `${mulai}T${jam_mulai}`) wrong(PERMIT_WORDS.endsBefore);
  else if (Date.parse(selesai) - Date.parse(mulai) > 366 * 86_400_000) wrong(PERMIT_WORDS.tooLong);
}

/** `POST /kantor/izin/baru/:id` and `/kantor/izin/luar`: a request at the counter. */
export const AskInput = z
  .object({
    jenis: kind,
    ...what,
    nama: optionalLine(),
    nik: z
      .string()
      .trim()
      .optional()
      .transform((text) => text?.replace(/[\s.-]/g, "") || null)
      .refine((text) => text === null || /^\d{16}$/.test(text), "NIK terdiri dari 16 angka. Periksa lagi."),
    alamat: optionalLine(300),
    telepon: z
      .string()
      .trim()
      .optional()
      .transform((text) => text || null)
      .refine(
        (text) => text === null || /^[+\d][\d\s-]{6,19}$/.test(text),
        "Tulis nomor telepon dengan angka.",
      ),
  })
  .superRefine(checkSpan);
export type AskInput = z.infer<typeof AskInput>;

/** `maksud=ubah`: time, place and purpose while nothing is decided. */
export const ChangeInput = z.object({ versi: Version, ...what }).superRefine(checkSpan);
export type ChangeInput = z.infer<typeof ChangeInput>;

/** `maksud=setuju`: what a neighbour said. */
export const ConsentInput = z
  .object({
    tetangga: line("Tulis nama tetangganya."),
    sisi: optionalLine(60),
    jawaban: z.enum(["setuju", "tidak"], { error: "Pilih setuju atau tidak." }),
    alasan: optionalLine(300),
  })
  .refine(({ jawaban, alasan }) => jawaban === "setuju" || alasan, {
    message: PERMIT_WORDS.reasonOfNo,
    path: ["alasan"],
  });
export type ConsentInput = z.infer<typeof ConsentInput>;

/** `maksud=hapus-setuju`. */
export const RemoveConsentInput = z.object({ pernyataan: z.string({ error: RELOAD }).max(60, RELOAD) });
export type RemoveConsentInput = z.infer<typeof RemoveConsentInput>;

/** `maksud=izinkan`. */
export const GrantInput = z.object({ versi: Version, catatan: optionalLine(500) });
export type GrantInput = z.infer<typeof GrantInput>;

/** `maksud=tolak` and `maksud=batal`. */
export const ReasonInput = z.object({ versi: Version, alasan: line("Tulis alasannya.", 500) });
export type ReasonInput = z.infer<typeof ReasonInput>;

/** `maksud=bayar`, `buka`, `jaminan`: a step on a day. */
export const DayInput = z.object({ versi: Version, tanggal: day("Isi tanggalnya.") });
export type DayInput = z.infer<typeof DayInput>;

/** `maksud=kembali`: how the place, or what was studied, came back. */
export const ReturnInput = z.object({
  versi: Version,
  keadaan: line("Tulis keadaannya, misalnya bersih dan lengkap.", 500),
});
export type ReturnInput = z.infer<typeof ReturnInput>;

/** `maksud=serah`: to whom the recommendation went. */
export const HandInput = z.object({
  versi: Version,
  tanggal: day("Isi tanggal penyerahannya."),
  kepada: line("Tulis siapa yang menerima."),
});
export type HandInput = z.infer<typeof HandInput>;

/** `maksud=jawab`. */
export const AnswerInput = z.object({
  versi: Version,
  tanggal: day("Isi tanggal jawabannya."),
  jawaban: line("Tulis jawabannya.", 500),
});
export type AnswerInput = z.infer<typeof AnswerInput>;

/** `maksud=tempat`: a new place, or a changed one. */
export const PlaceInput = z.object({
  id: optionalLine(60),
  versi: Version.optional(),
  jenis: z.enum(PLACE_KINDS, { error: "Pilih jenis tempatnya." }),
  nama: line("Tulis nama tempatnya."),
  jaminan: z
    .string()
    .trim()
    .optional()
    .transform((text) => (text ?? "").replace(/^rp\.?/i, "").replace(/[\s.]/g, ""))
    .refine(
      (text) => /^\d{0,10}$/.test(text) && Number(text) <= MOST_RUPIAH,
      "Tulis dengan angka, misalnya 250.000.",
    )
    .transform(Number),
  dipakai: z.literal("on").optional(),
});
export type PlaceInput = z.infer<typeof PlaceInput>;

/** `maksud=aturan`. */
export const ConsentSettingInput = z.object({
  jenis: z.array(kind).max(PERMIT_KINDS.length, RELOAD).default([]),
});
export type ConsentSettingInput = z.infer<typeof ConsentSettingInput>;
