import { z } from "zod";
import { uploadField } from "#app/platform/files/file-field.ts";
import { NATURES, PHRASES, type Phrase } from "./incoming-rules.ts";
import { day, line, OptionalDay, optionalLine, Version } from "./input-parts.ts";
import { INCOMING_WORDS } from "./words.ts";

const incoming = z.object({
  diterima: day("Isi tanggal surat diterima."),
  pengirim: line("Tulis siapa pengirimnya.", 200),
  nomor: optionalLine(100),
  tanggal_surat: OptionalDay,
  perihal: line("Tulis isi singkat suratnya.", 300),
  klasifikasi: optionalLine(30),
  sifat: z.enum(NATURES, { error: "Pilih sifat suratnya." }),
  balas_sebelum: OptionalDay,
  berkas: uploadField(),
});

type Days = { diterima: string; tanggal_surat: string | null; balas_sebelum: string | null };

function checkDays({ diterima, tanggal_surat, balas_sebelum }: Days, check: z.RefinementCtx): void {
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message });
  if (tanggal_surat && tanggal_surat > diterima) refuse("tanggal_surat", INCOMING_WORDS.writtenAfter);
  if (balas_sebelum && balas_sebelum < diterima) refuse("balas_sebelum", INCOMING_WORDS.dueBefore);
}

/** `POST /kantor/buku/masuk/baru`. */
export const RegisterInput = incoming.superRefine(checkDays);
export type RegisterInput = z.infer<typeof RegisterInput>;

/** `POST /kantor/buku/masuk/:id/ubah`. */
export const CorrectInput = incoming.extend({ versi: Version }).superRefine(checkDays);
export type CorrectInput = z.infer<typeof CorrectInput>;

/** A number made void, in either book. */
export const VoidInput = z.object({
  versi: Version,
  alasan: line("Tulis mengapa nomor ini dibatalkan.", 300),
});
export type VoidInput = z.infer<typeof VoidInput>;

/** `maksud=disposisi`. */
export const DisposeInput = z
  .object({
    versi: Version,
    kepada: z
      .array(z.string())
      .default([])
      .refine((chosen) => chosen.length > 0, "Pilih sedikitnya satu penerima.")
      .refine((chosen) => chosen.length <= 30, "Pilih paling banyak 30 orang."),
    frasa: z
      .array(z.string())
      .default([])
      .refine(
        (chosen): chosen is Phrase[] => chosen.every((each) => (PHRASES as readonly string[]).includes(each)),
        "Pilih perintah dari daftar.",
      ),
    perintah: optionalLine(600),
    batas: OptionalDay,
  })
  .superRefine(({ frasa, perintah }, check) => {
    if (frasa.length === 0 && !perintah)
      check.addIssue({ code: "custom", path: ["perintah"], message: "Pilih atau tulis perintahnya." });
  });
export type DisposeInput = z.infer<typeof DisposeInput>;

/** `maksud=hasil`: what came of one disposition. */
export const OutcomeInput = z.object({
  disposisi: line("Muat ulang halaman ini, lalu coba lagi.", 64),
  versi: Version,
  hasil: line("Tulis apa hasilnya.", 1000),
});
export type OutcomeInput = z.infer<typeof OutcomeInput>;

/** `maksud=tutup`. */
export const CloseInput = z.object({
  versi: Version,
  catatan: line("Tulis bagaimana surat ini selesai.", 600),
});
export type CloseInput = z.infer<typeof CloseInput>;
