import { eq } from "drizzle-orm";
import { newId } from "#app/platform/ids.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import type { AppVillage } from "./app.ts";
import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** What the service to residents has on the stage. */
export interface ServiceStage {
  /** Account of somebody who may answer for a complaint. */
  owner: string;
  /** Complaints, one for each thing that forms do to them. */
  complaint: string;
  toAssign: string;
  toRefuse: string;
  answered: string;
  toPublish: string;
}

const STANDARD = "/kantor/standar-pelayanan";
const LIST = "/kantor/pengaduan";

/** Adopts a service standard, begins the next and takes complaints, through their forms. */
export async function setServiceStage(
  village: AppVillage,
  head: BrowserlessClient,
  anybody: BrowserlessClient,
): Promise<ServiceStage> {
  const accepted = await acceptTerms(village);
  mustLeadOn(await head.submit(STANDARD, { maksud: "rancang" }));
  const decree = { maksud: "tetapkan", nomor: "188/7/2026", tanggal: "2026-11-20" };
  mustLeadOn(await head.submit(STANDARD, { ...decree, versi: "1" }));
  mustLeadOn(await head.submit(STANDARD, { maksud: "rancang" }));
  const said = { nama: "Inaq Sahrum", kategori: "jalan", judul: "Jalan berlubang", isi: "Di depan masjid." };
  mustLeadOn(await anybody.submit("/pengaduan", said));
  const enter = async () => {
    const to = mustLeadOn(await head.submit(`${LIST}/baru`, said));
    return to.split("/").at(-1) ?? "";
  };
  const answer = async () => {
    const id = await enter();
    mustLeadOn(
      await head.submit(`${LIST}/${id}`, { maksud: "jawab", versi: "1", jawaban: "Sudah ditambal." }),
    );
    return id;
  };
  const owner = village.people.find(({ actor }) => actor.permissions.has("complaints.assign"));
  const made = {
    owner: owner?.accountId ?? "",
    complaint: await enter(),
    toAssign: await enter(),
    toRefuse: await enter(),
    answered: await answer(),
    toPublish: await answer(),
  };
  // The form by which they are accepted is tried itself.
  await village.ctx.db.delete(termsAcceptances).where(eq(termsAcceptances.id, accepted));
  return made;
}

/** The terms are accepted; whoever takes that back finds the row by the id. */
export async function acceptTerms({ ctx: { db, now } }: AppVillage): Promise<string> {
  const terms = presentTerms(TERMS_VERSIONS, now.toISOString().slice(0, 10));
  const id = newId(now);
  await db.insert(termsAcceptances).values({
    ...{ id, version: terms.version, textHash: await hashTerms(terms), acceptedAt: now.toISOString() },
    ...{ acceptedBy: "uji", acceptedName: "Uji", acceptedPosition: "kepala-desa" },
  });
  return id;
}

function mustLeadOn(answer: ClientAnswer): string {
  const { location } = answer.headers;
  if (!location) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
  return location;
}
