import { eq } from "drizzle-orm";
import { correctionProposals, residentRegistrations } from "#db/village/schema/residents.ts";
import type { AppVillage, TestApp } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";
import type { PopulationStage } from "./population-stage.ts";
import { TEST_PIN } from "./resident-client.ts";

/** Residents' own accounts on the stage. */
export interface ResidentStage {
  /** Has no account yet, and a slip that is open. */
  invited: string;
  /** Waits for a decision. */
  registration: string;
  /** What the resident says is wrong; waits. */
  proposal: string;
}

/** Makes them through their own forms. */
export async function setResidentStage(
  app: TestApp,
  village: AppVillage,
  { kasi, resident, photo }: { kasi: BrowserlessClient; resident: BrowserlessClient; photo: Buffer },
  { spouse }: PopulationStage,
): Promise<ResidentStage> {
  const { db } = village.ctx;
  await kasi.submit(`/kantor/akun-warga/${spouse}`, { maksud: "slip" });
  await resident.submit("/warga/data/usul/religion", { isi: "2" });
  const stranger = app.createBrowserlessClient(village.slug);
  await stranger.submit("/warga/daftar", {
    nik: "5201094302880001",
    nama: "Baiq Nurhayati",
    tanggal_lahir: "1988-02-03",
    telepon: "0812 7000 5678",
    pin_baru: TEST_PIN,
    pin_lagi: TEST_PIN,
    berkas: new File([new Uint8Array(photo)], "ktp.jpg", { type: "image/jpeg" }),
  });
  const [registration] = await db
    .select()
    .from(residentRegistrations)
    .where(eq(residentRegistrations.state, "waiting"));
  const [proposal] = await db.select().from(correctionProposals);
  if (!registration || !proposal) throw new Error("the resident stage lacks a part");
  return { invited: spouse, registration: registration.id, proposal: proposal.id };
}
