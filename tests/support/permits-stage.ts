import { newId } from "#app/platform/ids.ts";
import { permitConsents } from "#db/village/schema/services.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** Requests for permits, one for each thing that forms do to them. */
export interface PermitsStage {
  place: string;
  /** Waits for a decision, with what a neighbour said. */
  asked: string;
  toChange: string;
  toRefuse: string;
  toCancel: string;
  /** Granted, its deposit not paid yet. */
  granted: string;
  toReturn: string;
  /** Its deposit is held. */
  returned: string;
  recommended: string;
  handedOver: string;
}

const BASE = "/kantor/izin";

/** Makes them through the counter's own forms. */
export async function setPermitsStage(
  { ctx }: AppVillage,
  head: BrowserlessClient,
  resident: string,
): Promise<PermitsStage> {
  const place = { maksud: "tempat", jenis: "hall", nama: "Balai Montong", jaminan: "250.000" };
  mustLeadOn(await head.submit(`${BASE}/tempat`, place));
  const form = await head.get(`${BASE}/baru/${resident}`);
  const placeId = /<option value="([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? "";
  let day = 0;
  const ask = async (more: Record<string, string> = {}) => {
    day++;
    const on = `2027-03-${String(day).padStart(2, "0")}`;
    const time = { mulai: on, jam_mulai: "08:00", selesai: on, jam_selesai: "17:00" };
    const fields = { jenis: "hall", keperluan: "Rapat warga", tempat: placeId, ...time, ...more };
    return idIn(await head.submit(`${BASE}/baru/${resident}`, fields), /izin\/([\w-]+)/);
  };
  const act = async (id: string, fields: Record<string, string>) => {
    mustLeadOn(await head.submit(`${BASE}/${id}`, fields));
    return id;
  };
  const granted = async (more?: Record<string, string>) =>
    act(await ask(more), { maksud: "izinkan", catatan: "Disetujui" });
  const police = { jenis: "recommendation-police", tempat: "", lokasi: "Lapangan Montong" };
  const returned = await granted();
  await act(returned, { maksud: "bayar", tanggal: "2026-11-23" });
  await act(returned, { maksud: "kembali", keadaan: "Bersih" });
  const handedOver = await granted(police);
  await act(handedOver, { maksud: "serah", tanggal: "2026-11-23", kepada: "Polsek" });
  const asked = await ask();
  await ctx.db.insert(permitConsents).values({
    id: newId(ctx.now),
    permitId: asked,
    neighbour: "Amaq Rohani",
    agrees: true,
    recordedBy: "uji",
    recordedAt: ctx.now.toISOString(),
  });
  return {
    place: placeId,
    asked,
    toChange: await ask(),
    toRefuse: await ask(),
    toCancel: await ask(),
    granted: await granted(),
    toReturn: await granted(),
    returned,
    recommended: await granted(police),
    handedOver,
  };
}

function idIn(answer: ClientAnswer, pattern: RegExp): string {
  const id = pattern.exec(answer.headers.location ?? "")?.[1];
  if (!id) throw new Error(`${answer.status} ${answer.headers.location ?? answer.text.slice(0, 600)}`);
  return id;
}

function mustLeadOn(answer: ClientAnswer): void {
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text.slice(0, 600)}`);
}
