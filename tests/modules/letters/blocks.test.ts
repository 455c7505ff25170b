import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { RegisterLetterInput, ReserveBlockInput } from "#app/modules/letters/block-input.ts";
import { closeBlock } from "#app/modules/letters/close-block.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { numberSlip } from "#app/modules/letters/number-slip.server.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { registerLetter } from "#app/modules/letters/register-letter.server.ts";
import { reserveBlock } from "#app/modules/letters/reserve-block.server.ts";
import { acceptTerms } from "#app/modules/privacy/accept-terms.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { letterNumbers } from "#db/village/schema/letters.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let head: OfficeCtx;
let counter: OfficeCtx;
let resident: string;

beforeAll(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa", { name: "Asmuni" });
  counter = await village.ctxAs("operator", { name: "Udin" });
  resident = await seedResident(village.anonymous(), { name: "Lalu Sahrul" });
  await village.db
    .insert(bookNumbers)
    .values({ book: "surat-keluar", year: 2026, lastNumber: 218, updatedAt: counter.now.toISOString() });
});

async function printOne(): Promise<number | null> {
  const input = letterInput(await getKind(counter, village.db, "domisili")).parse({
    maksud: "cetak",
    isian: { keperluan: "melamar pekerjaan" },
  });
  const { id } = await askLetter(counter, "domisili", { residentId: resident, subjectId: null }, input);
  return (await getLetter(village.db, id)).number;
}

const written = (nomor: number) =>
  RegisterLetterInput.parse({
    nomor: String(nomor),
    jenis: "domisili",
    nama: "Inaq Sahnim",
    tanggal: "2026-11-24",
    keperluan: "membuka rekening",
  });

it("sets numbers aside for a power cut, registers what was written and accounts for the rest", async () => {
  const asked = ReserveBlockInput.parse({ jumlah: "10", alasan: "Listrik padam" });
  const { id } = await reserveBlock(counter, asked);
  const slip = (await readPdf(await numberSlip(counter, id))).map(({ text }) => text).join("\n");
  for (const text of ["219", "228", "Listrik padam"]) expect(slip).toContain(text);
  expect(await printOne()).toBe(229);
  await expect(registerLetter(counter, id, written(221))).rejects.toThrow(/perjanjian/);
  const terms = presentTerms(TERMS_VERSIONS, "2026-11-24");
  await acceptTerms(head, { versi: terms.version, sidik: await hashTerms(terms), setuju: "on" });
  const { id: letterId } = await registerLetter(counter, id, written(221));
  expect(await getLetter(village.db, letterId)).toMatchObject({
    state: "handed",
    number: 221,
    numberText: "400.12.2.1/221/52.01.09.2003/XI/2026",
    signerName: "Asmuni",
    signatureKind: "wet",
  });
  for (const number of [221, 229, 218])
    await expect(registerLetter(counter, id, written(number))).rejects.toThrow();
  const twice = await Promise.allSettled(
    [222, 222].map((number) => registerLetter(counter, id, written(number))),
  );
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const kaur = await village.ctxAs("kaur-keuangan");
  await expect(closeBlock(kaur, id)).rejects.toThrow(ForbiddenError);
  expect(await closeBlock(counter, id)).toEqual({ unused: 8 });
  await expect(registerLetter(counter, id, written(223))).rejects.toThrow("sudah ditutup");
  expect(await printOne()).toBe(230);
  const rows = await village.db
    .select()
    .from(letterNumbers)
    .where(eq(letterNumbers.series, "buku"))
    .orderBy(asc(letterNumbers.number));
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 230 }, (_, index) => index + 1));
  expect(rows.slice(218).map(({ state }) => state)).toEqual([
    ...["void", "void", "registered", "registered", "void", "void", "void", "void", "void", "void"],
    ...["given", "given"],
  ]);
});

it("takes no letter of another day than the block's, nor of one that is to come", async () => {
  const { id } = await reserveBlock(
    counter,
    ReserveBlockInput.parse({ jumlah: "1", alasan: "Listrik padam" }),
  );
  for (const tanggal of ["2025-11-24", "2026-11-25"])
    await expect(registerLetter(counter, id, { ...written(231), tanggal })).rejects.toMatchObject({
      field: "tanggal",
    });
});
