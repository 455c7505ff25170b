import { z } from "zod";
import { day, line, OptionalRupiah, optionalLine, Version } from "#app/platform/input-parts.ts";
import { readPaperLines, TIMES } from "./standard-rules.ts";

const MAX_PAPERS = 40;

const service = {
  versi: Version,
  nama: line("Isi nama pelayanannya.", 150),
  syarat: z
    .string()
    .max(4000, "Paling panjang 4.000 huruf. Ringkaslah isian ini.")
    .optional()
    .transform((text) => readPaperLines(text ?? ""))
    .refine((papers) => papers.length <= MAX_PAPERS, `Paling banyak ${MAX_PAPERS} syarat.`),
  tata_cara: optionalLine(2000),
  waktu: z
    .enum([...TIMES.map(({ hours }) => String(hours)), "lain"], { error: "Pilih waktunya." })
    .transform((text) => (text === "lain" ? null : Number(text))),
  waktu_lain: optionalLine(100),
  biaya: OptionalRupiah.transform((amount) => amount ?? 0),
  petugas: line("Isi jabatan yang bertanggung jawab.", 150),
};

/** One service of the draft. */
export const ServiceInput = z.object(service).superRefine(({ waktu, waktu_lain }, check) => {
  if (waktu === null && !waktu_lain)
    check.addIssue({
      code: "custom",
      path: ["waktu_lain"],
      message: "Tulis waktunya, misalnya: paling lama 14 hari kerja.",
    });
});
export type ServiceInput = z.infer<typeof ServiceInput>;

/** The decree by which the head adopts the draft. */
export const AdoptInput = z.object({
  versi: Version,
  nomor: line("Isi nomor keputusan Kepala Desa.", 100),
  tanggal: day("Isi tanggal keputusannya."),
});
export type AdoptInput = z.infer<typeof AdoptInput>;

export const DraftInput = z.object({ versi: Version });
