import type { BrowserlessClient, ClientAnswer } from "./client.ts";

const STANDARD = "/kantor/standar-pelayanan";

/** Adopts a service standard and begins the next, through their forms. */
export async function setServiceStage(head: BrowserlessClient): Promise<void> {
  mustLeadOn(await head.submit(STANDARD, { maksud: "rancang" }));
  const decree = { maksud: "tetapkan", nomor: "188/7/2026", tanggal: "2026-11-20" };
  mustLeadOn(await head.submit(STANDARD, { ...decree, versi: "1" }));
  mustLeadOn(await head.submit(STANDARD, { maksud: "rancang" }));
}

function mustLeadOn(answer: ClientAnswer): string {
  const { location } = answer.headers;
  if (!location) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
  return location;
}
