import { eq } from "drizzle-orm";
import { publicDocuments } from "#db/village/schema/portal.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient, ClientAnswer } from "./client.ts";
import { acceptTerms } from "./service-stage.ts";

/** Requests for information, one for each thing that forms do to them, and a document of the public list. */
export interface InformationStage {
  request: string;
  toAnswer: string;
  toExtend: string;
  toWithdraw: string;
  document: string;
}

const BASE = "/kantor/informasi";

/** Makes them through their own forms. */
export async function setInformationStage(
  village: AppVillage,
  head: BrowserlessClient,
): Promise<InformationStage> {
  const { db } = village.ctx;
  const accepted = await acceptTerms(village);
  const enter = async () => {
    const answer = await head.submit(`${BASE}/permohonan/baru`, {
      nama: "Inaq Sahrum",
      alamat: "Dusun Kebun Lauk",
      kontak: "0812 7000 1234",
      identitas: "5201145206900003",
      informasi: "Laporan realisasi APBDes 2025",
      tujuan: "Penelitian",
      cara: "copy",
    });
    return idIn(answer);
  };
  const made = {
    request: await enter(),
    toAnswer: await enter(),
    toExtend: await enter(),
    toWithdraw: await enter(),
  };
  await head.submit(`${BASE}/dokumen/baru`, {
    kelas: "berkala",
    judul: "APBDes",
    tahun: "2026",
    umumkan: "on",
  });
  const [document] = await db.select().from(publicDocuments);
  if (!document) throw new Error("no document was listed");
  // The form by which they are accepted is tried itself.
  await db.delete(termsAcceptances).where(eq(termsAcceptances.id, accepted));
  return { ...made, document: document.id };
}

function idIn(answer: ClientAnswer): string {
  const id = /permohonan\/([\w-]+)/.exec(answer.headers.location ?? "")?.[1];
  if (!id) throw new Error(`${answer.status} ${answer.headers.location ?? answer.text.slice(0, 300)}`);
  return id;
}
