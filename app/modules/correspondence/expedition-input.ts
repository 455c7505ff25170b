import { z } from "zod";
import { day, line, OptionalDay, optionalLine, Version } from "./input-parts.ts";
import { EXPEDITION_WORDS } from "./words.ts";

/** `POST /kantor/buku/ekspedisi/baru`: an entry by hand, or one whose words the letter filled in. */
export const ExpeditionInput = z
  .object({
    surat: optionalLine(64),
    dikirim: day("Isi tanggal pengiriman."),
    nomor: line("Tulis nomor suratnya.", 100),
    tanggal_surat: OptionalDay,
    isi: line("Tulis isi singkat suratnya.", 300),
    tujuan: line("Tulis kepada siapa suratnya dikirim.", 200),
    penerima: optionalLine(120),
    keterangan: optionalLine(300),
  })
  .superRefine(({ dikirim, tanggal_surat }, check) => {
    if (tanggal_surat && tanggal_surat > dikirim)
      check.addIssue({ code: "custom", path: ["dikirim"], message: EXPEDITION_WORDS.sentBefore });
  });
export type ExpeditionInput = z.infer<typeof ExpeditionInput>;

/** `POST /kantor/buku/ekspedisi`: a signed letter in one tap. */
export const SendLetterInput = z.object({ surat: line(EXPEDITION_WORDS.letterGone, 64) });
export type SendLetterInput = z.infer<typeof SendLetterInput>;

/** `maksud=terima`: who took it. */
export const ReceiveInput = z.object({
  versi: Version,
  penerima: line("Tulis siapa yang menerima.", 120),
  keterangan: optionalLine(300),
});
export type ReceiveInput = z.infer<typeof ReceiveInput>;
