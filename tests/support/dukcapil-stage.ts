import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** Sheets and batches to Dukcapil, one for each thing that forms do to them. */
export interface DukcapilStage {
  draft: string;
  toCancel: string;
  /** At Dukcapil. */
  sent: string;
  sentBack: string;
  finished: string;
  /** A batch that has not left, and one that has. */
  openBatch: string;
  sentBatch: string;
}

const BASE = "/kantor/dukcapil";
const FILLED = { "isian.pemohon[0].nama": "Lalu Suwandi", "isian.permohonan[0].jenis": "KK: rusak" };

/** Makes them through their own forms. */
export async function setDukcapilStage(kasi: BrowserlessClient, resident: string): Promise<DukcapilStage> {
  const make = async () =>
    idIn(await kasi.submit(`${BASE}/baru/${resident}`, { lembar: "F-1.02" }), /dukcapil\/([\w-]+)/);
  const ready = async () => {
    const id = await make();
    mustLeadOn(await kasi.submit(`${BASE}/${id}/isi`, { maksud: "siap", ...FILLED }));
    return id;
  };
  const batch = async (lembar: string[]) =>
    idIn(await kasi.submit(`${BASE}/berkas`, { lembar }), /berkas\/([\w-]+)/);
  const [sent, sentBack, finished] = [await ready(), await ready(), await ready()];
  const sentBatch = await batch([sent, sentBack, finished]);
  const sending = { maksud: "kirim", tanggal: "2026-11-20", pembawa: "Lalu Gede", nomor: "TT-8" };
  mustLeadOn(await kasi.submit(`${BASE}/berkas/${sentBatch}`, sending));
  const done = { maksud: "selesai", tanggal: "2026-11-23", nomor: "KK-2026-7" };
  mustLeadOn(await kasi.submit(`${BASE}/${finished}`, done));
  const openBatch = await batch([await ready()]);
  await ready();
  return { draft: await make(), toCancel: await make(), sent, sentBack, finished, openBatch, sentBatch };
}

function idIn(answer: ClientAnswer, pattern: RegExp): string {
  const id = pattern.exec(answer.headers.location ?? "")?.[1];
  if (!id) throw new Error(`${answer.status} ${answer.headers.location ?? answer.text.slice(0, 300)}`);
  return id;
}

function mustLeadOn(answer: ClientAnswer): void {
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text.slice(0, 600)}`);
}
