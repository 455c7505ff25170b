import type { BrowserlessClient } from "./client.ts";

/** Rows of registers, one for each thing that forms do to them. */
export interface RegisterStage {
  rule: string;
  ruleToVoid: string;
  item: string;
  /** What became of the item. */
  itemChange: string;
  official: string;
}

const BASE = "/kantor/register";

/** Makes them through their own forms. */
export async function setRegisterStage(head: BrowserlessClient): Promise<RegisterStage> {
  const enter = async (book: string, fields: Record<string, string>) => {
    const answer = await head.submit(`${BASE}/${book}/baru`, fields);
    const id = new RegExp(`${book}/([\\w-]+)$`).exec(answer.headers.location ?? "")?.[1];
    if (!id) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
    return id;
  };
  const rule = (nomor: string) =>
    enter("peraturan", {
      jenis: "peraturan-desa",
      nomor,
      ditetapkan: "2026-03-02",
      tentang: "Pungutan desa",
    });
  const item = await enter("inventaris", {
    nama: "Kursi lipat",
    jumlah: "40",
    satuan: "buah",
    asal: "dibeli",
    diperoleh: "2025-05-02",
  });
  const official = await enter("aparat", {
    nama: "Haji Umar",
    jabatan: "sekretaris-desa",
    kelamin: "1",
    diangkat: "2001-02-01",
    diberhentikan: "2019-06-30",
  });
  const change = { maksud: "keadaan", keadaan: "rusak", jumlah: "2", tanggal: "2026-02-01" };
  await head.submit(`${BASE}/inventaris/${item}`, change);
  const page = await head.get(`${BASE}/inventaris/${item}`);
  const itemChange = /<option value="([\w-]{36})"/.exec(page.text)?.[1] ?? "";
  const ids = { rule: await rule("3 Tahun 2026"), ruleToVoid: await rule("4 Tahun 2026") };
  return { ...ids, item, itemChange, official };
}
