import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { cancelLetter } from "#app/modules/letters/cancel-letter.server.ts";
import { handLetter } from "#app/modules/letters/hand-letter.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { receiptSlip } from "#app/modules/letters/receipt-slip.server.ts";
import { signLetters } from "#app/modules/letters/sign-letters.server.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { lookUpReceipt, rateByReceipt } from "#app/modules/receipts/look-up-receipt.server.ts";
import { ConflictError, ForbiddenError, LimitError, NotFoundError } from "#app/platform/errors.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { rateLimits } from "#db/directory/schema/villages.ts";
import { receiptCodes, serviceRatings } from "#db/village/schema/residents.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

const NAME = "Lalu Sahrul";
const NIK = "5201091203900001";

let village: TestVillage;
let counter: OfficeCtx;
let head: OfficeCtx;
let resident: string;

beforeAll(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa", { name: "Asmuni" });
  counter = await village.ctxAs("kasi-pelayanan", { name: "Nurul Aini" });
  resident = await seedResident(village.anonymous(), { name: NAME, nik: NIK, sex: 1 });
});

async function asked(more: Record<string, unknown> = {}): Promise<string> {
  const schema = letterInput(await getKind(counter, village.db, "domisili"));
  const input = schema.parse({ isian: { keperluan: "melamar pekerjaan" }, maksud: "cetak", ...more });
  return (await askLetter(counter, "domisili", { residentId: resident, subjectId: null }, input)).id;
}

async function codeOf(subjectId: string): Promise<string> {
  const code = await findReceipt(counter, village.db, { subject: "letter", subjectId });
  if (!code) throw new Error("no code");
  return code;
}

async function handed(): Promise<string> {
  const id = await asked();
  await signLetters(counter, { surat: [id] });
  await handLetter(counter, id, { versi: (await getLetter(village.db, id)).version, kepada: NAME });
  return id;
}

describe("the code of a letter", () => {
  it("is given as it is asked for, stored nowhere, and the same when its slip is printed again", async () => {
    const id = await asked();
    const code = await codeOf(id);
    expect(await codeOf(id)).toBe(code);
    const slip = JSON.stringify(await readPdf(await receiptSlip(counter, id)));
    expect(slip).toContain(code);
    expect(slip).toContain("/lacak?kode=");
    expect(slip).not.toContain(NAME);
    const stored = JSON.stringify(await village.db.select().from(receiptCodes));
    expect(stored).not.toContain(code.replace("-", ""));
    expect(await codeOf(await asked())).not.toBe(code);
  });

  it("shows anybody the steps, and nobody's name", async () => {
    const id = await asked({ belum: ["0"], maksud: "simpan" });
    const code = await codeOf(id);
    const story = (await lookUpReceipt(village.anonymous(), code.toLowerCase())).story;
    expect(story).toMatchObject({ tone: "warning", mayRate: false, steps: [{ what: "Permintaan dicatat" }] });
    expect(story?.state).toMatch(/^Menunggu syarat: /);
    const { version } = await getLetter(village.db, id);
    await cancelLetter(counter, id, { versi: version, alasan: `${NAME} tidak jadi` });
    const later = JSON.stringify((await lookUpReceipt(village.anonymous(), code)).story);
    expect(later).toContain("Permintaan dibatalkan");
    for (const name of [NAME, NIK, "Nurul", "tidak jadi"]) expect(later).not.toContain(name);
  });

  it("opens nothing once it is over, in another village, or where it was guessed", async () => {
    const id = await asked();
    const code = await codeOf(id);
    const neighbour = await createVillage();
    expect((await lookUpReceipt(neighbour.anonymous(), code)).story).toBeNull();
    expect((await lookUpReceipt(village.anonymous(), "22222-22222")).story).toBeNull();
    const over = { ...village.anonymous(), now: new Date("2028-01-01T00:00:00Z") };
    expect((await lookUpReceipt(over, code)).story).toBeNull();
    expect(await findReceipt(over, village.db, { subject: "letter", subjectId: id })).toBeNull();
    const guesser = { ...village.anonymous(), address: "198.51.100.7" };
    const window = Math.floor(guesser.now.getTime() / 600_000) * 600_000;
    await guesser.directory.insert(rateLimits).values({
      ...{ subject: `receipt:${guesser.address}`, windowStart: new Date(window).toISOString(), count: 299 },
    });
    expect((await lookUpReceipt(guesser, "33333-33333")).story).toBeNull();
    await expect(lookUpReceipt(guesser, code)).rejects.toBeInstanceOf(LimitError);
  });

  it("prints no slip for who doesn't serve, and none in another village", async () => {
    const id = await asked();
    const kadus = await village.ctxAs("kepala-dusun");
    await expect(receiptSlip(kadus, id)).rejects.toBeInstanceOf(ForbiddenError);
    const stranger = await (await createVillage()).ctxAs("kasi-pelayanan");
    await expect(receiptSlip(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("a rating", () => {
  it("is taken once, after the letter was handed over", async () => {
    const early = await codeOf(await asked());
    const rating = { score: 3, comment: null };
    await expect(rateByReceipt(village.anonymous(), early, rating)).rejects.toBeInstanceOf(ConflictError);
    const id = await handed();
    const code = await codeOf(id);
    expect((await lookUpReceipt(village.anonymous(), code)).story).toMatchObject({
      mayRate: true,
      promised: null,
    });
    const rows = await Promise.allSettled(
      [1, 2, 3].map(() => rateByReceipt(village.anonymous(), code, rating)),
    );
    expect(rows.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      await village.db.select().from(serviceRatings).where(eq(serviceRatings.letterId, id)),
    ).toMatchObject([{ kind: "domisili", score: 3, channel: "receipt" }]);
    expect((await lookUpReceipt(village.anonymous(), code)).story).toMatchObject({ mayRate: false });
  });

  it("finds no letter by a code that nobody has", async () => {
    const rating = { score: 1, comment: null };
    await expect(rateByReceipt(head, "44444-44444", rating)).rejects.toBeInstanceOf(NotFoundError);
  });
});
