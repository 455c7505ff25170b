import { parentPort } from "node:worker_threads";
import type { PaperDocument } from "#app/platform/document/blocks.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";

const ROWS = 2000;
const COLUMNS = 16;

/** Draws a register's table where memory is short, and says how large its file is. */
const document: PaperDocument = {
  title: "Buku Induk Penduduk",
  author: "Pemerintah Desa Sesela",
  createdAt: new Date("2026-11-24T02:00:00.000Z"),
  issuer: { isVerified: true },
  footer: "B.1 Buku Induk Penduduk",
  blocks: [
    {
      type: "table",
      columns: Array.from({ length: COLUMNS }, (_, at) => ({ header: `Kolom ${at}`, weight: 1 })),
      rows: Array.from({ length: ROWS }, (_, at) => ({
        cells: Array.from({ length: COLUMNS }, (_, column) => `Warga ${at} ${column}`),
      })),
      fontSizePt: 6,
    },
  ],
};
const bytes = await renderPdf(document, { paper: "F4", orientation: "landscape" });
parentPort?.postMessage(bytes.byteLength);
