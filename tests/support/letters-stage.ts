import { eq } from "drizzle-orm";
import { letters, letterVersions } from "#db/village/schema/letters.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** Letters on the stage. */
export interface LettersStage {
  /** Waits for the pen. */
  waiting: string;
  token: string;
  /** A draft that may still be filled. */
  draft: string;
  /** Numbers that were set aside. */
  block: string;
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
  const ask = async (maksud: string) => {
    const form = { maksud, "isian.keperluan": "melamar pekerjaan", "isian.sejak": "1990" };
    mustLeadOn(await kasi.submit(`/kantor/surat/baru/${resident}/${KIND}`, form));
  };
  await ask("cetak");
  await ask("simpan");
  const made = await db.select().from(letters);
  const idOf = (state: string) => made.find((each) => each.state === state)?.id ?? "";
  const waiting = idOf("waiting");
  const [version] = await db.select().from(letterVersions).where(eq(letterVersions.letterId, waiting));
  const reserved = await kasi.submit("/kantor/surat/nomor", { jumlah: "5", alasan: "Listrik padam" });
  const block = /nomor\/([\w-]+)/.exec(mustLeadOn(reserved))?.[1] ?? "";
  return { waiting, draft: idOf("draft"), token: version?.token ?? "", block, kind: KIND };
}

function mustLeadOn(answer: ClientAnswer): string {
  const { location } = answer.headers;
  if (!location) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
  return location;
}
