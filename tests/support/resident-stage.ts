import { eq } from "drizzle-orm";
import { selectOpenSlip, slipCode } from "#app/modules/resident-accounts/slips.server.ts";
import { newId, newToken } from "#app/platform/ids.ts";
import { letters, letterVersions } from "#db/village/schema/letters.ts";
import { correctionProposals, letterQuestions, residentRegistrations } from "#db/village/schema/residents.ts";
import { settings } from "#db/village/schema/village.ts";
import type { AppVillage, TestApp } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";
import type { PopulationStage } from "./population-stage.ts";
import { TEST_PIN } from "./resident-client.ts";

/** Residents' own accounts on the stage. */
export interface ResidentStage {
  /** Has no account yet, and a slip that is open. */
  invited: string;
  /** What stands on the slip. */
  slipCode: string;
  /** What the office asks about the letter. */
  question: string;
  /** Asked for from the phone, with a photo and an open question. */
  letter: string;
  /** Approved in the system, where the village allows that. */
  approved: string;
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
  const letter = await askLetter(village, kasi, resident, photo);
  const [slip] = await selectOpenSlip(db, spouse, village.ctx.now);
  const [question] = await db.select().from(letterQuestions);
  if (!registration || !proposal || !slip || !question) throw new Error("the resident stage lacks a part");
  const slipped = { invited: spouse, slipCode: (await slipCode(village.ctx, slip)) ?? "" };
  return {
    ...slipped,
    question: question.id,
    registration: registration.id,
    proposal: proposal.id,
    ...letter,
  };
}

/** A letter with a paper and a question, and one that is signed as the file that it is. */
async function askLetter(
  { ctx: { db, now } }: AppVillage,
  kasi: BrowserlessClient,
  resident: BrowserlessClient,
  photo: Buffer,
): Promise<Pick<ResidentStage, "letter" | "approved">> {
  const ask = async () => {
    const answer = await resident.submit("/warga/surat/baru/tidak-mampu", {
      "isian.keperluan": "beasiswa sekolah",
      "isian.sekolah": "SMPN 1 Gunungsari",
    });
    const [, id = ""] = /surat\/([\w-]+)$/.exec(answer.headers.location ?? "") ?? [];
    if (!id) throw new Error(`no letter: ${answer.status} ${answer.text.slice(0, 2000)}`);
    return id;
  };
  const letter = await ask();
  await resident.submit(`/warga/surat/${letter}`, {
    maksud: "foto",
    syarat: "0",
    berkas: new File([new Uint8Array(photo)], "kk.jpg", { type: "image/jpeg" }),
  });
  await kasi.submit(`/kantor/surat/${letter}/warga`, { pertanyaan: "Sekolahnya di mana?" });
  const approved = await ask();
  const at = now.toISOString();
  await db
    .insert(settings)
    .values({
      key: "letters.system-approval",
      value: { isOn: true, regulation: "Perkades 1/2026", regulationDate: "2026-01-05" },
      updatedAt: at,
    })
    .onConflictDoNothing();
  await db
    .update(letters)
    .set({
      state: "signed",
      signatureKind: "system",
      signedAt: at,
      numberText: "400/1/2026",
      letterDate: "2026-11-24",
    })
    .where(eq(letters.id, approved));
  await db.insert(letterVersions).values({
    id: newId(now),
    letterId: approved,
    token: newToken(),
    signatureKind: "system",
    isTrial: false,
    createdAt: at,
  });
  return { letter, approved };
}
