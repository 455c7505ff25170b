import { and, eq, like } from "drizzle-orm";
import { newId } from "#app/platform/ids.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { rateLimits } from "#db/directory/schema/villages.ts";
import { openDirectory } from "#db/open.ts";
import { type AppVillage, seedTestVillage, type TestApp } from "./app.ts";
import { TEST_REGENCY } from "./overseers.ts";

/** A trial village that asks for verification and is contested, and a contest of the stage's own village. */
export interface ClaimsStage {
  /** Code of the trial village, as forms take it. */
  trialCode: string;
  trialVillage: string;
  /** Its letter, which waits. */
  letter: string;
  /** The contest of it, with a letter that can be read. */
  contest: string;
  /** The contest of the stage's own village, which that may answer. */
  ownContest: string;
}

export const CONTEST = {
  nama: "Lalu Muhammad Tohir",
  jabatan: "kepala-desa",
  telepon: "0819 9900 0111",
  nomor_sk: "141/77/Pem/2025",
  pernyataan: "Saya Kepala Desa yang dilantik tahun 2025.",
};

/** A letter as a form takes it. */
export const letterFile = () => new File(["%PDF-1.4\n%%EOF"], "surat.pdf", { type: "application/pdf" });

export async function setClaimsStage(app: TestApp, village: AppVillage): Promise<ClaimsStage> {
  const trial = await seedTestVillage(app, { regionCode: newTrialCode(), isVerified: false, positions: [] });
  const { regionCode: trialCode, villageId: trialVillage } = trial.tenant;
  const directory = openDirectory(app.home);
  // All suites share this machine's address: those before have used its share of contests up.
  await directory.delete(rateLimits).where(like(rateLimits.subject, "contest:%"));
  const portal = app.createBrowserlessClient();
  const sent = await portal.submit(`/sanggah?kode=${trialCode}`, {
    ...CONTEST,
    kode_desa: trialCode,
    berkas: letterFile(),
  });
  if (sent.status !== 303) throw new Error(`a contest answered ${sent.status}`);
  const isFiled = and(eq(claims.villageId, trialVillage), eq(claims.kind, "contest"));
  const [filed] = await directory.select().from(claims).where(isFiled);
  if (!filed) throw new Error("no contest was filed");
  const copy = { ...filed, letterKey: null, letterType: null };
  const letter = newId(trial.ctx.now);
  const ownContest = newId(trial.ctx.now);
  await directory.insert(claims).values([
    { ...copy, id: letter, kind: "verification" },
    {
      ...copy,
      id: ownContest,
      villageId: village.tenant.villageId,
      regionCode: village.tenant.regionCode,
    },
  ]);
  return { trialCode, trialVillage, letter, contest: filed.id, ownContest };
}

/** A code as forms take it, in the kabupaten of tests; one of 200,000. */
export function newTrialCode(): string {
  const number = String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(10, "0");
  const kind = Number(number[0]) % 2 === 0 ? "2" : "3";
  return `${TEST_REGENCY}.${number.slice(4, 6)}.${kind}${number.slice(6, 9)}`;
}
