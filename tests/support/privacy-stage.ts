import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** Records of personal data on the stage: one request and one breach that wait. */
export interface PrivacyStage {
  request: string;
  /** A request whose answer the tests of forms give. */
  deletion: string;
  breach: string;
}

/** Makes them through their own forms. */
export async function setPrivacyStage(head: BrowserlessClient, person: string): Promise<PrivacyStage> {
  const base = "/kantor/data-pribadi";
  const ask = async (jenis: string) =>
    idIn(
      await head.submit(`${base}/permintaan/baru`, {
        orang: `account:${person}`,
        jenis,
        dikenali: "Menunjukkan KTP",
        tanggal: "2026-11-23",
        jam: "09:30",
        isi: "Nomor telepon lama.",
      }),
      /permintaan\/([\w-]+)/,
    );
  const breach = await head.submit(`${base}/insiden/baru`, {
    tanggal: "2026-11-23",
    jam: "08:15",
    kejadian: "Ponsel kantor hilang di pasar.",
  });
  return {
    request: await ask("access"),
    deletion: await ask("deletion"),
    breach: idIn(breach, /insiden\/([\w-]+)/),
  };
}

function idIn(answer: ClientAnswer, pattern: RegExp): string {
  const id = pattern.exec(answer.headers.location ?? "")?.[1];
  if (!id) throw new Error(`${answer.status} ${answer.headers.location ?? answer.text.slice(0, 300)}`);
  return id;
}
