import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";

const RELOAD = "Muat ulang halaman ini, lalu coba lagi.";

const paragraph = (missing: string, longest = 4000) =>
  z
    .string({ error: missing })
    .trim()
    .min(10, "Tulis sedikitnya satu kalimat (10 huruf).")
    .max(longest, `Paling panjang ${longest.toLocaleString("id-ID")} huruf.`);

const optionalParagraph = z
  .string()
  .trim()
  .max(4000, "Paling panjang 4.000 huruf.")
  .optional()
  .transform((text) => text || null);

const day = (missing: string) =>
  z.string({ error: missing }).refine(isDay, "Tanggal tidak terbaca. Pilih tanggal yang ada di kalender.");

const time = (missing: string) =>
  z
    .string({ error: missing })
    .regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, "Tulis jam dan menit, misalnya 09:30.")
    .transform((text) => text.replace(".", ":"));

const version = z.coerce.number({ error: RELOAD }).int(RELOAD).min(1, RELOAD).max(1_000_000_000, RELOAD);

const count = (missing: string, most: number) =>
  z
    .string({ error: missing })
    .trim()
    .regex(/^\d{1,9}$/, "Tulis angka bulat saja, misalnya 12.")
    .transform(Number)
    .refine((number) => number <= most, `Paling besar ${most.toLocaleString("id-ID")}.`);

/** `POST /kantor/data-pribadi/perjanjian`. */
export const AcceptTermsInput = z.object({
  versi: z.string({ error: RELOAD }).min(1, RELOAD).max(40, RELOAD),
  sidik: z.string({ error: RELOAD }).regex(/^[0-9a-f]{64}$/, RELOAD),
  setuju: z.literal("on", { error: "Centang kalimat ini bila Anda menyetujui perjanjiannya." }),
});
export type AcceptTermsInput = z.infer<typeof AcceptTermsInput>;

/** `POST /kantor/data-pribadi/masa-simpan/:jenis`: days or months, as the kind counts. */
export const KeepInput = z.object({ lama: count("Isi berapa lama disimpan.", 10_000) });
export type KeepInput = z.infer<typeof KeepInput>;

const limit = (missing: string) => count(missing, 100_000).refine((number) => number > 0, "Paling kecil 1.");

/** `POST /kantor/data-pribadi/batas`. */
export const LimitsInput = z.object({
  data: limit("Isi berapa data terlindung dalam satu jam."),
  catatan: limit("Isi berapa catatan dalam satu jam."),
  baris: limit("Isi berapa baris dalam satu ekspor."),
});
export type LimitsInput = z.infer<typeof LimitsInput>;

export const REQUEST_KINDS = ["access", "correction", "deletion"] as const;

/** `POST /kantor/data-pribadi/permintaan/baru`. */
export const OpenRequestInput = z
  .object({
    orang: z
      .string({ error: "Cari, lalu pilih orangnya." })
      .regex(/^[\w-]{1,40}:[\w-]{1,64}$/, "Cari, lalu pilih orangnya."),
    jenis: z.enum(REQUEST_KINDS, { error: "Pilih apa yang diminta." }),
    dikenali: z
      .string({ error: "Tulis bagaimana Anda mengenali orang itu." })
      .trim()
      .min(3, "Tulis bagaimana Anda mengenali orang itu, misalnya: menunjukkan KTP.")
      .max(200, "Paling panjang 200 huruf."),
    tanggal: day("Isi tanggal permintaan diterima."),
    jam: time("Isi jam permintaan diterima."),
    isi: optionalParagraph,
  })
  .superRefine(({ jenis, isi }, check) => {
    if (jenis === "correction" && !isi)
      check.addIssue({
        code: "custom",
        path: ["isi"],
        message: "Tulis data mana yang salah dan apa yang benar.",
      });
  });
export type OpenRequestInput = z.infer<typeof OpenRequestInput>;

/** `POST /kantor/data-pribadi/permintaan/:id`. */
export const AnswerRequestInput = z.object({
  putusan: z.enum(["penuhi", "tolak"], { error: "Pilih jawabannya." }),
  jawaban: paragraph("Tulis jawaban untuk orang itu."),
  versi: version,
});
export type AnswerRequestInput = z.infer<typeof AnswerRequestInput>;

/** `POST /kantor/data-pribadi/insiden/baru`: the clock starts, the rest may follow. */
export const OpenBreachInput = z.object({
  tanggal: day("Isi tanggal kejadian diketahui."),
  jam: time("Isi jam kejadian diketahui."),
  kejadian: paragraph("Tulis apa yang terjadi."),
});
export type OpenBreachInput = z.infer<typeof OpenBreachInput>;

/** The facts that the notices must hold (UU 27/2022 Ps. 46). */
export const DescribeBreachInput = z.object({
  langkah: z.literal("uraian"),
  kejadian: paragraph("Tulis apa yang terjadi."),
  data: optionalParagraph,
  bagaimana: optionalParagraph,
  jumlah: z
    .string()
    .trim()
    .optional()
    .transform((text) => text || undefined)
    .pipe(count("Isi berapa orang.", 10_000_000).optional()),
  penanganan: optionalParagraph,
  umum: z.literal("on").optional(),
  versi: version,
});
export type DescribeBreachInput = z.infer<typeof DescribeBreachInput>;

/** Who was told, and when. */
export const TellBreachInput = z.object({
  langkah: z.literal("pemberitahuan"),
  kepada: z.enum(["subjek", "lembaga", "umum"], { error: "Pilih siapa yang diberi tahu." }),
  tanggal: day("Isi tanggal pemberitahuan."),
  jam: time("Isi jam pemberitahuan."),
  versi: version,
});
export type TellBreachInput = z.infer<typeof TellBreachInput>;

export const CloseBreachInput = z.object({
  langkah: z.literal("tutup"),
  hasil: z.enum(["selesai", "bukan"], { error: "Pilih hasilnya." }),
  catatan: paragraph("Tulis bagaimana kejadian ini selesai."),
  versi: version,
});
export type CloseBreachInput = z.infer<typeof CloseBreachInput>;
