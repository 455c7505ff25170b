import { z } from "zod";
import { uploadField } from "#app/platform/files/file-field.ts";
import {
  day,
  line,
  OptionalDay,
  OptionalRupiah,
  OptionalTime,
  optionalPublicLine,
  publicLine,
  rupiah,
  time,
  Version,
} from "#app/platform/input-parts.ts";
import { BUDGET_SIDES } from "./budget-rules.ts";
import { POST_KINDS } from "./post-rules.ts";

/** News or an announcement as it is written; `izin_foto` tells that those in the photo agreed. */
export const PostInput = z.object({
  jenis: z.enum(POST_KINDS, { error: "Pilih berita atau pengumuman." }),
  judul: publicLine("Tulis judulnya.", 150),
  isi: publicLine("Tulis isinya.", 8000),
  tampil_sampai: OptionalDay,
  teks_foto: optionalPublicLine(300),
  izin_foto: z.coerce.boolean().default(false),
  hapus_foto: z.coerce.boolean().default(false),
  berkas: uploadField(),
});
export type PostInput = z.infer<typeof PostInput>;

export const SavePostInput = PostInput.extend({ versi: Version });
export type SavePostInput = z.infer<typeof SavePostInput>;

export const VersionInput = z.object({ versi: Version });
export type VersionInput = z.infer<typeof VersionInput>;

/** Something that happens on a day; the end is on the same day. */
export const AgendaInput = z
  .object({
    judul: publicLine("Tulis apa kegiatannya.", 150),
    tempat: optionalPublicLine(150),
    tanggal: day("Isi tanggalnya."),
    mulai: time("Isi jam mulainya."),
    selesai: OptionalTime,
    keterangan: optionalPublicLine(1000),
  })
  .refine(({ mulai, selesai }) => selesai === null || selesai > mulai, {
    path: ["selesai"],
    message: "Jam selesai harus sesudah jam mulai.",
  });
export type AgendaInput = z.infer<typeof AgendaInput>;

export const SaveAgendaInput = z.intersection(AgendaInput, VersionInput);
export type SaveAgendaInput = z.infer<typeof SaveAgendaInput>;

/** An office's or a service's number. */
export const ContactInput = z.object({
  jenis: z.enum(["office", "emergency"], { error: "Pilih kontak kantor atau nomor darurat." }),
  nama: publicLine("Tulis nama kantor atau layanannya.", 100),
  nomor: line("Isi nomornya.", 30).regex(
    /^\+?[\d][\d ()-]{1,28}$/,
    "Isi nomor telepon dengan angka, misalnya 112 atau 0370-123456.",
  ),
  catatan: optionalPublicLine(200),
});
export type ContactInput = z.infer<typeof ContactInput>;

export const SaveContactInput = ContactInput.extend({ versi: Version });
export type SaveContactInput = z.infer<typeof SaveContactInput>;

/** A line of the budget poster. */
export const BudgetLineInput = z
  .object({
    sisi: z.enum(BUDGET_SIDES, { error: "Pilih pendapatan, belanja, atau pembiayaan." }),
    nama: publicLine("Tulis nama barisnya, misalnya Dana Desa.", 150),
    anggaran: rupiah("Isi jumlah yang dianggarkan; tulis 0 bila tidak ada."),
    realisasi: OptionalRupiah,
    realisasi_per: OptionalDay,
  })
  .refine(({ realisasi, realisasi_per }) => realisasi === null || realisasi_per !== null, {
    path: ["realisasi_per"],
    message: "Isi sampai tanggal berapa realisasi itu dihitung.",
  });
export type BudgetLineInput = z.infer<typeof BudgetLineInput>;

export const SaveBudgetLineInput = z.intersection(BudgetLineInput, VersionInput);
export type SaveBudgetLineInput = z.infer<typeof SaveBudgetLineInput>;

/** A year whose poster is begun. */
export const BudgetYearInput = z.object({
  tahun: z.coerce
    .number({ error: "Isi tahunnya dengan empat angka." })
    .int("Isi tahunnya dengan empat angka.")
    .min(2015, "Isi tahun 2015 atau sesudahnya.")
    .max(2099, "Isi tahunnya dengan empat angka."),
});
export type BudgetYearInput = z.infer<typeof BudgetYearInput>;

/** A host name; what may be one is for domain-rules.ts to say. */
export const DomainInput = z.object({ alamat: line("Isi alamat desa Anda, misalnya sesela.desa.id.", 253) });
export type DomainInput = z.infer<typeof DomainInput>;
