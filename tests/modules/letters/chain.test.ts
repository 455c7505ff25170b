import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { approveLetter } from "#app/modules/letters/approve-letter.server.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { cancelLetter } from "#app/modules/letters/cancel-letter.server.ts";
import { checkLetter } from "#app/modules/letters/check-letter.server.ts";
import { completeLetter } from "#app/modules/letters/complete-letter.server.ts";
import { completeVersion, readLetterFile } from "#app/modules/letters/complete-version.server.ts";
import { fillLetter } from "#app/modules/letters/fill-letter.server.ts";
import { handLetter } from "#app/modules/letters/hand-letter.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { type LetterInput, letterInput } from "#app/modules/letters/letter-input.ts";
import { loadLetter } from "#app/modules/letters/load-letter.server.ts";
import { getLetter, openContent } from "#app/modules/letters/queries.server.ts";
import { refreezeLetter } from "#app/modules/letters/refreeze-letter.server.ts";
import { returnLetter } from "#app/modules/letters/return-letter.server.ts";
import { signLetter, signLetters } from "#app/modules/letters/sign-letters.server.ts";
import { submitLetter } from "#app/modules/letters/submit-letter.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { letterNumbers, letterSteps, letters, letterVersions } from "#db/village/schema/letters.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let counter: OfficeCtx;
let kasi: OfficeCtx;
let head: OfficeCtx;
let resident: string;

const NIK = "5201091203900001";

beforeAll(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa", { name: "Asmuni" });
  kasi = await village.ctxAs("kasi-pelayanan", { name: "Nurul Aini" });
  counter = await village.ctxAs("operator", { name: "Udin" });
  resident = await seedResident(village.anonymous(), { name: "Lalu Sahrul", nik: NIK, sex: 1 });
  await village.db
    .insert(bookNumbers)
    .values({ book: "surat-keluar", year: 2026, lastNumber: 217, updatedAt: counter.now.toISOString() });
});

const row = (id: string) => getLetter(village.db, id);
const versionsOf = (id: string) =>
  village.db.select().from(letterVersions).where(eq(letterVersions.letterId, id)).orderBy(sql`rowid`);
const stepsOf = async (id: string) =>
  (await village.db.select().from(letterSteps).where(eq(letterSteps.letterId, id)).orderBy(sql`rowid`)).map(
    ({ step }) => step,
  );
const moving = async (id: string) => ({
  versi: (await row(id)).version,
  tanda_tangan: "wet" as const,
  penandatangan: null,
});
const withReason = async (id: string) => ({ ...(await moving(id)), alasan: "Alamat keliru." });

async function formOf(kind: string, more: Record<string, unknown> = {}): Promise<LetterInput> {
  const schema = letterInput(await getKind(counter, village.db, kind));
  return schema.parse({ isian: { keperluan: "melamar pekerjaan" }, ...more });
}

const forResident = () => ({ residentId: resident, subjectId: null });

/** A letter of a kind without review, numbered and waiting for a pen. */
async function issued(ctx = counter): Promise<string> {
  const input = await formOf("domisili", { maksud: "cetak" });
  const { id, state } = await askLetter(ctx, "domisili", forResident(), input);
  expect(state).toBe("waiting");
  return id;
}

describe("a letter without review", () => {
  it("is asked for, numbered after the paper book, frozen, signed, handed over", async () => {
    const id = await issued();
    const letter = await row(id);
    expect(letter).toMatchObject({
      number: 218,
      series: "buku",
      letterDate: "2026-11-24",
      validUntil: "2026-12-24",
      signerName: "Asmuni",
      signerTitle: "Kepala Desa Sesela",
      personName: "Lalu Sahrul",
    });
    expect(letter.numberText).toBe("400.12.2.1/218/52.01.09.2003/XI/2026");
    expect(letter.contentSealed).not.toContain(NIK);
    expect((await openContent(counter, letter)).person).toMatchObject({ nik: NIK });
    const bytes = await readLetterFile(counter, id);
    const text = (await readPdf(bytes)).map((page) => page.text).join("\n");
    for (const part of [letter.numberText, "Lalu Sahrul", NIK, "Asmuni"]) expect(text).toContain(part ?? "");
    expect(await readLetterFile(counter, id)).toEqual(bytes);
    await signLetter(head, id, await moving(id));
    await expect(signLetter(head, id, await moving(id))).rejects.toThrow(ConflictError);
    await expect(refreezeLetter(counter, id, await moving(id))).rejects.toThrow(ConflictError);
    await handLetter(counter, id, { ...(await moving(id)), kepada: "Lalu Sahrul" });
    expect(await row(id)).toMatchObject({
      state: "handed",
      handedTo: "Lalu Sahrul",
      signedMarkedBy: head.actor.accountId,
    });
    expect(await stepsOf(id)).toEqual(["ask", "freeze", "sign", "hand"]);
    expect(await versionsOf(id)).toMatchObject([{ signedAt: expect.any(String), voidedAt: null }]);
    const trace = JSON.stringify(await village.db.select().from(auditLog));
    expect(trace).toContain("letter.issue");
    expect(trace).not.toContain(NIK);
    expect(trace).not.toContain("Sahrul");
  });

  it("waits until each paper that it needs is ticked", async () => {
    const input = await formOf("domisili", { maksud: "cetak", belum: ["0", "1"] });
    const { id, state } = await askLetter(counter, "domisili", forResident(), input);
    expect(state).toBe("asked");
    await expect(submitLetter(counter, id, await moving(id))).rejects.toThrow(ConflictError);
    const tick = async (index: number) =>
      completeLetter(counter, id, { versi: (await row(id)).version, ada: [index] });
    expect(await tick(0)).toEqual({ isComplete: false });
    const { state: still, requirements } = await row(id);
    expect([still, requirements.map(({ isSeen }) => isSeen)]).toEqual(["asked", [true, false, true]]);
    await expect(tick(0)).rejects.toThrow(FieldError);
    await expect(tick(9)).rejects.toThrow(FieldError);
    expect(await tick(1)).toEqual({ isComplete: true });
    expect(await submitLetter(counter, id, await moving(id))).toEqual({ state: "waiting" });
  });

  it("takes somebody typed in only under the terms that residents are entered under", async () => {
    const pemohon = { nama: "Baiq Suhaini" };
    const isian = {
      nama_usaha: "Warung",
      jenis_usaha: "Warung",
      alamat_usaha: "Montong",
      keperluan: "modal",
    };
    const input = await formOf("domisili-usaha", { pemohon, isian });
    const asked = { residentId: null, subjectId: null };
    const before = await village.db.$count(letters);
    await expect(askLetter(counter, "domisili-usaha", asked, input)).rejects.toThrow(/perjanjian/);
    expect(await village.db.$count(letters)).toBe(before);
  });

  it("of another village is there for nobody here", async () => {
    const elsewhere = await createVillage();
    const outsider = await elsewhere.ctxAs("operator");
    const id = await issued();
    const tries = [
      () => loadLetter(outsider, id),
      async () => signLetter(outsider, id, await moving(id)),
      () => signLetters(outsider, { surat: [id] }),
      async () => cancelLetter(outsider, id, await withReason(id)),
      async () => fillLetter(outsider, id, await formOf("domisili", { versi: "2" })),
      async () => handLetter(outsider, id, { ...(await moving(id)), kepada: "Orang lain" }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFoundError);
    expect(await row(id)).toMatchObject({ state: "waiting" });
  });
});

describe("a letter of a village that is not verified", () => {
  it("is called a trial by whoever checks it, signed as it may be", async () => {
    const id = await issued({ ...counter, tenant: { ...counter.tenant, isVerified: false } });
    const [version] = await versionsOf(id);
    const check = async () => (await checkLetter(village.anonymous(), version?.token ?? "")).check;
    expect(await check()).toEqual({ outcome: "unsigned", facts: null });
    await signLetter(counter, id, await moving(id));
    expect((await check())?.outcome).toBe("trial");
  });
});

describe("a letter with review", () => {
  it("gets its number from the last reviewer; returned it goes to the counter with the reason", async () => {
    const input = await formOf("tidak-mampu", { maksud: "cetak", isian: { keperluan: "beasiswa" } });
    const { id, state } = await askLetter(counter, "tidak-mampu", forResident(), input);
    expect([state, (await row(id)).waitsFor]).toEqual(["review", "kasi"]);
    await expect(approveLetter(counter, id, await moving(id))).rejects.toThrow(ForbiddenError);
    await returnLetter(kasi, id, await withReason(id));
    expect(await row(id)).toMatchObject({ state: "returned", returnReason: "Alamat keliru.", number: null });
    const again = await formOf("tidak-mampu", {
      maksud: "cetak",
      versi: String((await row(id)).version),
      isian: { keperluan: "beasiswa kuliah" },
    });
    expect(await fillLetter(counter, id, again)).toEqual({ state: "review" });
    expect(await approveLetter(kasi, id, await moving(id))).toEqual({ state: "waiting" });
    const letter = await row(id);
    expect(letter.number).not.toBeNull();
    expect((await openContent(counter, letter)).fields.keperluan).toBe("beasiswa kuliah");
    const blocked = { ...kasi, actor: { ...kasi.actor, signingBlockedUntil: "2026-11-25T00:00:00.000Z" } };
    await expect(approveLetter(blocked, id, await moving(id))).rejects.toThrow("baru saja dipulihkan");
  });
});

describe("a number", () => {
  it("stays with its letter: returned, frozen anew, cancelled", async () => {
    const id = await issued();
    const { number } = await row(id);
    await completeVersion(counter, id);
    await returnLetter(head, id, await withReason(id));
    await submitLetter(counter, id, await moving(id));
    await refreezeLetter(counter, id, await moving(id));
    expect((await row(id)).number).toBe(number);
    const versions = await versionsOf(id);
    expect(versions.map(({ voidedAt }) => voidedAt === null)).toEqual([false, false, true]);
    expect(new Set(versions.map(({ token }) => token)).size).toBe(3);
    await cancelLetter(counter, id, await withReason(id));
    expect((await versionsOf(id)).every(({ voidedAt }) => voidedAt !== null)).toBe(true);
    const [kept] = await village.db
      .select()
      .from(letterNumbers)
      .where(and(eq(letterNumbers.year, 2026), eq(letterNumbers.number, number ?? 0)));
    expect(kept).toMatchObject({ state: "void", note: "Alamat keliru.", letterId: id });
    expect((await row(await issued())).number).toBe((number ?? 0) + 1);
  });

  it("is given to fifty letters approved at once: fifty that follow each other", async () => {
    const ids = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const input = await formOf("tidak-mampu", { maksud: "cetak" });
        return (await askLetter(counter, "tidak-mampu", forResident(), input)).id;
      }),
    );
    await Promise.all(ids.map(async (id) => approveLetter(kasi, id, await moving(id))));
    const numbers = (await Promise.all(ids.map(row)))
      .map((letter) => letter.number ?? 0)
      .sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => first + index));
    const texts = (await village.db.select({ text: letters.numberText }).from(letters)).flatMap(
      ({ text }) => text ?? [],
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("two at once", () => {
  it("don't both approve, and the same submit key does it once", async () => {
    const input = await formOf("tidak-mampu", { maksud: "cetak" });
    const { id } = await askLetter(counter, "tidak-mampu", forResident(), input);
    const move = await moving(id);
    const other = await village.ctxAs("kasi-pemerintahan");
    const outcomes = await Promise.allSettled([
      approveLetter(kasi, id, move),
      approveLetter(other, id, move),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await versionsOf(id)).toHaveLength(1);
    const keyed = await village.ctxAs("operator", { name: "Udin", submitKey: "kunci-1" });
    const print = await formOf("domisili", { maksud: "cetak" });
    const twice = [1, 2].map(() => askLetter(keyed, "domisili", forResident(), print));
    const [one, two] = await Promise.all(twice);
    expect(one).toEqual(two);
  });

  it("marks many as signed, and leaves those alone that are past it", async () => {
    const ids = [await issued(), await issued()];
    await cancelLetter(counter, ids[0] ?? "", await withReason(ids[0] ?? ""));
    const third = await issued();
    expect(await signLetters(head, { surat: [...ids, third] })).toEqual({ count: 2 });
    expect((await row(ids[0] ?? "")).state).toBe("cancelled");
  });
});
