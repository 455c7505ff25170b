import { eq } from "drizzle-orm";
import { letterNumbers, letters, letterVersions } from "#db/village/schema/letters.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** Letters on the stage. */
export interface LettersStage {
  /** Waits for the pen. */
  waiting: string;
  token: string;
  /** A draft that may still be filled. */
  draft: string;
  /** Lacks a paper. */
  asked: string;
  /** Is to be handed over. */
  signed: string;
  /** A draft that may be cancelled. */
  toCancel: string;
  /** Numbers that were set aside. */
  block: string;
  /** The first of them. */
  blockNumber: string;
  kind: string;
}

const KIND = "domisili";

/** Makes them through the counter's own forms. */
export async function setLettersStage(
  village: AppVillage,
  kasi: BrowserlessClient,
  resident: string,
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
  const draft = await ask("simpan");
  const toCancel = await ask("simpan");
  const asked = await ask("simpan", { belum: "0" });
  const signed = await ask("cetak");
  mustLeadOn(await kasi.submit("/kantor/surat/map", { surat: signed }));
  const [version] = await db.select().from(letterVersions).where(eq(letterVersions.letterId, waiting));
  const reserved = await kasi.submit("/kantor/surat/nomor", { jumlah: "5", alasan: "Listrik padam" });
  const block = /nomor\/([\w-]+)/.exec(mustLeadOn(reserved))?.[1] ?? "";
  const [first] = await db.select().from(letterNumbers).where(eq(letterNumbers.blockId, block)).limit(1);
  const blockNumber = String(first?.number);
  return {
    ...{ waiting, draft, toCancel, asked, signed, token: version?.token ?? "" },
    ...{ block, blockNumber, kind: KIND },
  };
}

function mustLeadOn(answer: ClientAnswer): string {
  const { location } = answer.headers;
  if (!location) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
  return location;
}
