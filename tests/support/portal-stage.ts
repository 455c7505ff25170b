import { agendaItems, budgetLines, customDomains, posts, publicContacts } from "#db/village/schema/portal.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";

/** What the village's public face shows, and one record for each form. */
export interface PortalStage {
  /** Published. */
  post: string;
  slug: string;
  draft: string;
  agenda: string;
  contact: string;
  budgetLine: string;
  domain: string;
}

const BASE = "/kantor/halaman-desa";

/** Makes it through its own forms. */
export async function setPortalStage(
  village: AppVillage,
  head: BrowserlessClient,
  year: number,
): Promise<PortalStage> {
  for (const judul of ["Kerja bakti hari Jumat", "Konsep jadwal ronda"])
    await head.submit(`${BASE}/tulisan/baru`, {
      jenis: "news",
      judul,
      isi: "Bawa alat.\n\n- cangkul\n- sabit",
    });
  const { db } = village.ctx;
  const [first, second] = await db.select().from(posts).orderBy(posts.id);
  await head.submit(`${BASE}/tulisan/${first?.id}`, { maksud: "terbitkan", versi: "1" });
  await head.submit(`${BASE}/agenda/baru`, {
    judul: "Posyandu Melati",
    tempat: "Balai Dusun",
    tanggal: "2026-12-05",
    mulai: "08:00",
    selesai: "11:00",
  });
  await head.submit(`${BASE}/kontak/baru`, {
    jenis: "emergency",
    nama: "Ambulans desa",
    nomor: "0370-640112",
  });
  for (const [sisi, nama, anggaran] of [
    ["income", "Dana Desa", "1.012.000.000"],
    ["expense", "Bidang Pembangunan", "640.500.000"],
  ] as const)
    await head.submit(`${BASE}/anggaran/${year}`, {
      ...{ sisi, nama, anggaran },
      realisasi: "450.000.000",
      realisasi_per: `${year}-09-30`,
    });
  await head.submit("/kantor/alamat-sendiri", { alamat: "sesela.desa.id" });
  const [agenda] = await db.select().from(agendaItems);
  const [contact] = await db.select().from(publicContacts);
  const [budgetLine] = await db.select().from(budgetLines);
  const [domain] = await db.select().from(customDomains);
  if (!first || !second || !agenda || !contact || !budgetLine || !domain)
    throw new Error("the village's public face was not made");
  return {
    post: first.id,
    slug: first.slug,
    draft: second.id,
    agenda: agenda.id,
    contact: contact.id,
    budgetLine: budgetLine.id,
    domain: domain.id,
  };
}
