import type { Fault } from "#db/faults.ts";
import { type FormAgain, formAgain, holdsSecret, SUBMIT_KEY_FIELD } from "./form-again.ts";

/** What is said of a failure, and the form to be sent again where that does the thing once. */
export interface Failure {
  status: 500 | 503;
  title: string;
  sentence: string;
  again?: FormAgain;
}

interface Words {
  status: 500 | 503;
  title: string;
  /** To whoever only wanted to read. */
  read: string;
  /** Beside the button that sends the form again. */
  again: string;
  /** Where the form can't be sent again by a button. */
  anew: string;
}

const WORDS: Record<Fault | "unknown", Words> = {
  unavailable: {
    status: 503,
    title: "Basis data belum menjawab",
    read: "Basis data belum menjawab. Tidak ada yang hilang. Muat ulang halaman ini setengah menit lagi.",
    again:
      "Basis data belum menjawab, jadi belum pasti apakah isian Anda sudah tersimpan. Kirim lagi setengah menit lagi: kiriman yang sama tidak dicatat dua kali.",
    anew: "Basis data belum menjawab. Setengah menit lagi, buka lagi halamannya dan ulangi dari sana.",
  },
  full: {
    status: 503,
    title: "Penyimpanan penuh",
    read: "Ruang penyimpanan di server penuh. Data yang sudah tersimpan tetap aman. Pengelola sudah diberi tahu.",
    again:
      "Ruang penyimpanan di server penuh, jadi isian Anda belum tersimpan. Pengelola sudah diberi tahu. Kirim lagi nanti, atau salin dahulu isian Anda.",
    anew: "Ruang penyimpanan di server penuh, jadi belum ada yang tersimpan. Pengelola sudah diberi tahu. Ulangi nanti dari halamannya.",
  },
  unknown: {
    status: 500,
    title: "Ada gangguan",
    read: "Terjadi gangguan di pihak kami. Tidak ada data yang berubah. Silakan coba lagi sebentar lagi.",
    again:
      "Terjadi gangguan di pihak kami, dan belum pasti apakah isian Anda sudah tersimpan. Coba kirim lagi: kiriman yang sama tidak dicatat dua kali.",
    anew: "Terjadi gangguan di pihak kami. Buka lagi halamannya, lihat apakah isian Anda sudah tersimpan, dan ulangi bila belum.",
  },
};

/**
 * Says what a failure means for whoever met it.
 * @param form what was sent, or null where somebody only read. Without a submit key the same form twice would be two;
 *   a password is not kept, so its form is filled in anew
 */
export function describeFailure(fault: Fault | null, form: FormData | null): Failure {
  const { status, title, read, again, anew } = WORDS[fault ?? "unknown"];
  if (!form) return { status, title, sentence: read };
  if (!form.has(SUBMIT_KEY_FIELD) || holdsSecret(form)) return { status, title, sentence: anew };
  return { status, title, sentence: again, again: formAgain(form) };
}
