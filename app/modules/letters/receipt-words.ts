import type { ReceiptStory } from "#app/platform/receipt-subject.ts";
import type { LetterRow } from "./queries.server.ts";

/** Steps as whoever asked reads them; what is the office's own business is left out. */
export const PUBLIC_STEPS: Readonly<Record<string, string>> = {
  ask: "Permintaan dicatat",
  papers: "Sebagian syarat diterima",
  complete: "Syarat lengkap",
  submit: "Surat diperiksa",
  approve: "Pemeriksaan selesai",
  number: "Surat diberi nomor",
  sign: "Surat ditandatangani",
  "sign.bsre": "Surat ditandatangani secara elektronik",
  "sign.system": "Surat disetujui",
  hand: "Surat diserahkan",
  return: "Surat diperbaiki lagi",
  question: "Kantor desa bertanya",
  answer: "Pertanyaan dijawab",
  paper: "Foto syarat dikirim",
  cancel: "Permintaan dibatalkan",
  register: "Surat dicatat",
};

const WORKED_ON = { state: "Sedang dikerjakan di kantor desa.", tone: "info" } as const;

type Told = Pick<ReceiptStory, "state" | "tone">;

/** Where a letter stands, for whoever asked for it. */
export function publicState({ state, requirements }: Pick<LetterRow, "state" | "requirements">): Told {
  if (state === "asked") {
    const missing = requirements.filter(({ mark, isSeen }) => mark === "wajib" && !isSeen);
    const papers = missing.map(({ text }) => text).join("; ");
    return { state: papers ? `Menunggu syarat: ${papers}.` : "Menunggu diperiksa petugas.", tone: "warning" };
  }
  if (state === "waiting") return { state: "Menunggu tanda tangan.", tone: "info" };
  if (state === "signed") return { state: "Selesai. Surat dapat diambil di kantor desa.", tone: "success" };
  if (state === "handed") return { state: "Surat sudah diserahkan.", tone: "success" };
  if (state === "cancelled")
    return { state: "Dibatalkan. Tanyakan alasannya di kantor desa.", tone: "danger" };
  return WORKED_ON;
}
