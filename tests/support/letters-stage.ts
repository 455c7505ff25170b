import { eq } from "drizzle-orm";
import { PRINT_KIND } from "#app/modules/letters/print-jobs.server.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { newId } from "#app/platform/ids.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import { letterNumbers, letters, letterVersions } from "#db/village/schema/letters.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** Letters on the stage. */
export interface LettersStage {
  /** Waits for the pen. */
  waiting: string;
  token: string;
  /** Waits for the pen, to be marked from its own page. */
  toSign: string;
  /** A draft that may still be filled. */
  draft: string;
  /** Lacks a paper. */
  asked: string;
  /** Is to be handed over. */
  signed: string;
  /** Was handed over, and its service may be rated by this code. */
  handed: string;
  handedCode: string;
  /** A draft that may be cancelled. */
  toCancel: string;
  /** Numbers that were set aside. */
  block: string;
  /** The first of them. */
  blockNumber: string;
  kind: string;
  /** A batch print of the folder that the Kepala Desa asked for and that is ready. */
  print: string;
}

const KIND = "domisili";

/** Makes them through the counter's own forms. */
export async function setLettersStage(
  village: AppVillage,
  kasi: BrowserlessClient,
  resident: string,
  headId: string,
): Promise<LettersStage> {
  const { db } = village.ctx;
  const ask = async (maksud: string, more: Record<string, string> = {}) => {
    const form = { maksud, "isian.keperluan": "melamar pekerjaan", "isian.sejak": "1990", ...more };
    mustLeadOn(await kasi.submit(`/kantor/surat/baru/${resident}/${KIND}`, form));
    const known = new Set(made);
    const [letter] = (await db.select().from(letters)).filter(({ id }) => !known.has(id));
    made.push(letter?.id ?? "");
    return letter?.id ?? "";
  };
  const made: string[] = (await db.select().from(letters)).map(({ id }) => id);
  const waiting = await ask("cetak");
  const toSign = await ask("cetak");
  const draft = await ask("simpan");
  const toCancel = await ask("simpan");
  const asked = await ask("simpan", { belum: "0" });
  const signed = await ask("cetak");
  const handed = await ask("cetak");
  mustLeadOn(await kasi.submit("/kantor/surat/map", { surat: [signed, handed] }));
  mustLeadOn(await kasi.submit(`/kantor/surat/${handed}`, { maksud: "serahkan", kepada: "Inaq Sahrum" }));
  const handedCode = await findReceipt(village.ctx, db, { subject: "letter", subjectId: handed });
  const [version] = await db.select().from(letterVersions).where(eq(letterVersions.letterId, waiting));
  const bySeries = { maksud: "nomor", seri: "kind", format: "{klasifikasi}/{urut:3}/{kode_jenis}/{tahun}" };
  mustLeadOn(await kasi.submit("/kantor/surat/pengaturan", bySeries));
  const reserved = await kasi.submit("/kantor/surat/nomor", { jumlah: "5", alasan: "Listrik padam" });
  const block = /nomor\/([\w-]+)/.exec(mustLeadOn(reserved))?.[1] ?? "";
  const [first] = await db.select().from(letterNumbers).where(eq(letterNumbers.blockId, block)).limit(1);
  const blockNumber = String(first?.number);
  return {
    ...{ waiting, toSign, draft, toCancel, asked, signed, token: version?.token ?? "" },
    ...{ block, blockNumber, kind: KIND, handed, handedCode: handedCode ?? "" },
    print: await seedPrint(village, version, headId),
  };
}

/** As the job leaves it; the file is the letter's own. */
async function seedPrint(
  { ctx }: AppVillage,
  version: typeof letterVersions.$inferSelect | undefined,
  createdBy: string,
): Promise<string> {
  const id = newId(ctx.now);
  const held = [version?.letterId ?? ""];
  const at = ctx.now.toISOString();
  await ctx.db.insert(jobs).values({
    ...{ id, kind: PRINT_KIND, payload: { ids: held }, state: "done", createdBy, createdAt: at },
    progress: { done: 1, held, fileId: version?.fileId, expiresAt: "2099-01-01T00:00:00.000Z" },
  });
  return id;
}

function mustLeadOn(answer: ClientAnswer): string {
  const { location } = answer.headers;
  if (!location) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
  return location;
}
