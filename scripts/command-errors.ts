import { UnsoundError } from "#db/check-database.ts";
import { RegionListError } from "#db/directory/regions-load.ts";
import { faultOf, HomeUnavailableError } from "#db/faults.ts";
import { HomesError } from "#db/homes/config.ts";
import { ProvisionError } from "#db/homes/home.ts";
import { UnknownHomeError } from "#db/homes/homes.ts";
import { DataInUseError } from "#db/local/launch/data-directory.ts";
import { VillageBusyError } from "#db/restore/restore-error.ts";
import { LeaseLostError } from "#db/village-lease.ts";

/** Something that the operator can mend; its sentence is all that he sees. */
export class CommandError extends Error {
  override name = "CommandError";
}

const PATH_WORDS: Record<string, string> = {
  ENOENT: "tidak dapat dibuka: berkas atau foldernya tidak ada",
  ENOTDIR: "tidak dapat dibuka: berkas atau foldernya tidak ada",
  EISDIR: "adalah folder, bukan berkas",
  EACCES: "tidak boleh dibuka oleh pengguna ini",
  EPERM: "tidak boleh dibuka oleh pengguna ini",
  EROFS: "hanya dapat dibaca",
  ENOSPC: "tidak dapat ditulis: ruang di disk habis",
};

/**
 * What an operator reads where a command failed for a reason that he can find and mend.
 * @returns null where nobody foresaw it: then the error itself helps most
 */
export function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof CommandError || error instanceof HomesError) return error.message;
  if (error instanceof DataInUseError)
    return `Folder data ini sedang dipakai proses ${error.pid}: perintah lain, atau Balai yang sedang dimulai. Tunggu sampai selesai, lalu ulangi.`;
  if (error instanceof VillageBusyError)
    return `Tidak ada yang diubah: ${error.message}. Bila proses itu sudah mati, coba lagi setelah satu menit.`;
  if (error instanceof LeaseLostError)
    return "Proses lain sudah mengambil alih desa ini. Lihat hasilnya, lalu coba lagi setelah satu menit.";
  if (error instanceof UnknownHomeError)
    return `Rumah data desa ini tidak ada di HOMES (${error.message}). Isi HOMES seperti saat Balai dijalankan.`;
  if (error instanceof RegionListError) return `Daftar wilayah tidak dipakai: ${error.message}.`;
  if (error instanceof UnsoundError) return `Basis data ini tidak utuh: ${error.message}.`;
  return sentenceOfSurroundings(error);
}

/** Of servers, disks and files: what lies outside the program. */
function sentenceOfSurroundings(error: Error): string | null {
  const refusal = findInChain(error, (cause) => cause instanceof ProvisionError) as ProvisionError | null;
  if (findInChain(error, (cause) => cause instanceof HomeUnavailableError) || refusal?.status === 0)
    return "Server basis data tidak menjawab. Periksa apakah ia berjalan, dan alamatnya di LIBSQL_URL, LIBSQL_ADMIN_URL, atau HOMES.";
  if (refusal && [401, 403].includes(refusal.status)) return REFUSED;
  if (refusal) return `Rumah data menolak: ${refusal.message}`;
  if (faultOf(error) === "full")
    return "Basis data tidak dapat ditulis: ruang di disk habis, atau disknya rusak.";
  if (findInChain(error, ({ message }) => /\b(401|Unauthorized)\b/i.test(message))) return REFUSED;
  if (findInChain(error, ({ message }) => /HTTP status 404|no such table: villages/.test(message)))
    return "Di server itu belum ada direktori Balai. Periksa alamatnya, atau buat dengan npm run migrate.";
  const { code = "", path } = error as NodeJS.ErrnoException;
  const words = PATH_WORDS[code];
  return words && path ? `${path} ${words}.` : null;
}

const REFUSED =
  "Server basis data menolak kuncinya. Periksa LIBSQL_AUTH_TOKEN, LIBSQL_ADMIN_TOKEN, atau rahasia di HOMES.";

function findInChain(error: unknown, matches: (cause: Error) => boolean): Error | null {
  if (!(error instanceof Error)) return null;
  return matches(error) ? error : findInChain(error.cause, matches);
}
