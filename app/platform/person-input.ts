import { z } from "zod";

/** A person's name as it stands on papers; one word will do. */
export const personName = z
  .string({ error: "Isi nama seperti yang tertulis dalam surat." })
  .trim()
  .min(2, "Nama paling sedikit 2 huruf.")
  .max(100, "Nama paling panjang 100 huruf.")
  .regex(/^[^<>{}\p{Cc}]*$/u, "Nama hanya boleh berisi huruf, spasi, titik, koma, dan tanda petik.")
  .regex(/\p{L}/u, "Tulis nama dengan huruf, seperti yang tertulis dalam surat.");

/** What somebody signs in with who has no phone number there. */
export const username = z
  .string({ error: "Buat nama pengguna." })
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z][a-z0-9._-]{2,29}$/,
    "Nama pengguna 3 sampai 30 huruf: huruf kecil, angka, titik, atau garis, diawali huruf.",
  );

/** @param missing what the field says where it is empty */
export const password = (missing: string) =>
  z.string({ error: missing }).min(1).max(200, "Kata sandi paling panjang 200 huruf.");
