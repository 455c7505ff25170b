import { REGISTER_FILE_FIELD } from "#app/modules/registers/sealed-fields.ts";
import { sealBytes } from "#app/platform/files/seal-bytes.ts";
import { newId, newToken } from "#app/platform/ids.ts";
import { registerFiles, villageRegulations } from "#db/village/schema/registers.ts";
import { files } from "#db/village/schema/village.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";

/** Rows of registers, one for each thing that forms do to them, and a file that the Kepala Desa asked for. */
export interface RegisterStage {
  rule: string;
  ruleToVoid: string;
  item: string;
  /** What became of the item. */
  itemChange: string;
  official: string;
  file: string;
}

const BASE = "/kantor/register";

/** Makes them through their own forms. */
export async function setRegisterStage(village: AppVillage, head: BrowserlessClient): Promise<RegisterStage> {
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
  return { ...ids, item, itemChange, official, file: await seedFile(village) };
}

/** A register that a job has made. */
async function seedFile({ ctx }: AppVillage): Promise<string> {
  const [rule] = await ctx.db.select().from(villageRegulations);
  const createdBy = rule?.createdBy ?? "";
  const [id, fileId, at] = [newId(ctx.now), newId(ctx.now), ctx.now.toISOString()];
  const storageKey = `${ctx.tenant.villageId}/${newToken()}`;
  const bytes = await sealBytes(ctx.keys, REGISTER_FILE_FIELD, new TextEncoder().encode("%PDF-1.7"));
  await ctx.files.put(storageKey, bytes, "application/octet-stream");
  await ctx.db.insert(files).values({
    ...{ id: fileId, storageKey, name: "B1.pdf", mediaType: "application/octet-stream" },
    ...{ sizeBytes: bytes.length, sha256: "", purpose: "register-file", createdBy, createdAt: at },
  });
  await ctx.db.insert(registerFiles).values({
    ...{ id, register: "induk", format: "pdf", state: "ready", fileId, createdBy, createdAt: at },
    choice: { from: "2026-01-01", to: "2026-11-24", sees: "" },
    rowCount: 310,
    progress: 310,
    updatedAt: "2099-01-01T00:00:00.000Z",
  });
  return id;
}
