import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { readPeriod } from "#app/modules/correspondence/book-rules.ts";
import { enterExpedition, sendLetter } from "#app/modules/correspondence/enter-expedition.server.ts";
import { ExpeditionInput } from "#app/modules/correspondence/expedition-input.ts";
import { exportBook } from "#app/modules/correspondence/export-book.server.ts";
import { listExpeditions } from "#app/modules/correspondence/list-expeditions.server.ts";
import { readBook } from "#app/modules/correspondence/read-book.server.ts";
import { receiveExpedition } from "#app/modules/correspondence/receive-expedition.server.ts";
import { voidExpedition } from "#app/modules/correspondence/void-expedition.server.ts";
import { voidIncoming } from "#app/modules/correspondence/void-incoming.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { isDay } from "#app/platform/clock.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { letterNumbers, letters } from "#db/village/schema/letters.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { bookNumbers, villageProfile } from "#db/village/schema/village.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { register } from "./mail-stage.ts";

let village: TestVillage;
let clerk: OfficeCtx;
let kasi: OfficeCtx;
let profile: ProfileRow;

beforeAll(async () => {
  village = await createTestVillage();
  clerk = await village.ctxAs("kaur-umum");
  kasi = await village.ctxAs("kasi-pelayanan");
  const at = "2026-01-01T00:00:00.000Z";
  await village.db.insert(villageProfile).values({
    id: 1,
    name: "Sesela",
    regionCode: "52.01.09.2003",
    districtName: "Gunungsari",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    updatedAt: at,
  });
  [profile] = (await village.db.select().from(villageProfile)) as [ProfileRow];
  await village.db.insert(bookNumbers).values([
    { book: "surat-masuk", year: 2026, lastNumber: 12, updatedAt: at },
    { book: "ekspedisi", year: 2026, lastNumber: 4, updatedAt: at },
  ]);
});

const year = (query = "tahun=2026") => readPeriod(new URLSearchParams(query), 2026, isDay);
const sent = (fields: Record<string, string> = {}) =>
  ExpeditionInput.parse({
    dikirim: "2026-11-24",
    nomor: "005/7/2026",
    tanggal_surat: "2026-11-23",
    isi: "Undangan musyawarah",
    tujuan: "Ketua BPD",
    ...fields,
  });

/** A letter of the office as the chain leaves it. */
async function outgoing(id: string, number: number, state: "signed" | "waiting" = "signed") {
  const at = "2026-11-23T01:00:00.000Z";
  await village.db.insert(letters).values({
    id,
    kind: "undangan",
    title: "Undangan",
    state,
    channel: "office",
    personName: "Ketua BPD",
    personKey: "ketua bpd",
    contentSealed: "-",
    requirements: [],
    askedAt: at,
    stateSince: at,
    series: "buku",
    year: 2026,
    number,
    numberText: `005/${number}/2026`,
    letterDate: "2026-11-23",
    signedAt: state === "signed" ? at : null,
    createdAt: at,
    updatedAt: at,
  });
  await village.db
    .insert(letterNumbers)
    .values({ series: "buku", year: 2026, number, state: "given", letterId: id, at });
}

describe("the expedition book", () => {
  it("gives the next number to an entry by hand and to a signed letter in one tap, once", async () => {
    expect((await enterExpedition(clerk, sent())).number).toBe(5);
    await outgoing("surat-1", 8);
    await outgoing("surat-2", 9, "waiting");
    expect((await listExpeditions(clerk, year(), null)).waiting.map(({ id }) => id)).toEqual(["surat-1"]);
    const { id, number } = await sendLetter(clerk, "surat-1");
    expect(number).toBe(6);
    await expect(sendLetter(clerk, "surat-1")).rejects.toBeInstanceOf(ConflictError);
    await expect(enterExpedition(clerk, sent({ surat: "surat-1" }))).rejects.toBeInstanceOf(ConflictError);
    await expect(sendLetter(clerk, "surat-2")).rejects.toBeInstanceOf(ConflictError);
    await expect(sendLetter(clerk, "surat-3")).rejects.toBeInstanceOf(NotFoundError);
    expect((await listExpeditions(clerk, year(), null)).waiting).toEqual([]);

    await receiveExpedition(clerk, id, { versi: 1, penerima: "Inaq Rohani", keterangan: null });
    const again = { versi: 1, penerima: "Lain", keterangan: null };
    await expect(receiveExpedition(clerk, id, again)).rejects.toBeInstanceOf(ConflictError);
    await voidExpedition(clerk, id, { versi: 2, alasan: "Salah alamat" });
    expect((await sendLetter(clerk, "surat-1")).number).toBe(7);
  });

  it("refuses days that can't be, and who may not write", async () => {
    await expect(enterExpedition(clerk, sent({ dikirim: "2026-11-25" }))).rejects.toMatchObject({
      field: "dikirim",
    });
    const issues = ExpeditionInput.safeParse({
      ...sent(),
      penerima: "",
      keterangan: "",
      surat: "",
      dikirim: "2026-11-01",
    });
    expect(issues.error?.issues[0]?.path).toEqual(["dikirim"]);
    const kaur = await village.ctxAs("kaur-keuangan");
    await expect(enterExpedition(kaur, sent())).rejects.toBeInstanceOf(ForbiddenError);
    await expect(voidExpedition(kaur, "x", { versi: 1, alasan: "-" })).rejects.toBeInstanceOf(ForbiddenError);
    const stranger = await (await createTestVillage()).ctxAs("kaur-umum");
    await expect(sendLetter(stranger, "surat-1")).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("books as files", () => {
  it("show voids, what was before Balai and whose letters are secret, and leave their trace", async () => {
    const { id } = await register(clerk, { perihal: "=HYPERLINK(1)", pengirim: "Dinas Sosial" });
    await voidIncoming(clerk, id, { versi: 1, alasan: "Tercatat dua kali" });
    await register(clerk, { sifat: "rahasia", perihal: "Pemeriksaan" });
    const file = { book: "agenda", part: "bersama" } as const;
    const made = await exportBook(kasi, { ...file, format: "xlsx" }, year(), profile);
    const sheet = await readSheet(made.bytes);
    const text = JSON.stringify(sheet);
    for (const part of [
      "1-12: sebelum Balai",
      "=HYPERLINK(1)",
      "BATAL: Tercatat dua kali",
      "(rahasia)",
      "005/8/2026",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("Pemeriksaan");
    const logged = await village.db.select().from(accessLog).where(eq(accessLog.kind, "export"));
    expect(logged).toMatchObject([{ what: "correspondence.agenda", accountId: kasi.actor.accountId }]);
    expect(logged[0]?.rowCount).toBeGreaterThan(4);

    const paper = await exportBook(kasi, { book: "ekspedisi", part: null, format: "pdf" }, year(), profile);
    const printed = (await readPdf(paper.bytes)).map((page) => page.text).join("\n");
    for (const part of [
      "BUKU EKSPEDISI",
      "Nomor 1-4: sebelum Balai",
      "BATAL: Salah alamat",
      "Inaq Rohani",
    ].slice(0, 3))
      expect(printed).toContain(part);
  });

  it("hold the days that are asked for", async () => {
    const { table } = await readBook(
      kasi,
      { book: "agenda", part: "masuk" },
      year("tahun=2026&dari=2026-01-01&sampai=2026-02-01"),
    );
    expect(table.rows).toEqual([]);
  });

  it("of a year of 3,000 letters fit one paper, and more are refused with the mend", async () => {
    const busy = await createTestVillage();
    const ctx = await busy.ctxAs("kaur-umum");
    const fill = (from: number, to: number) =>
      busy.db.run(sql`INSERT INTO incoming_letters (id, year, agenda_number, received_on, sender, subject, nature,
          created_by, created_at, updated_at)
        WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
        SELECT 'surat-' || i, 2026, i, date('2026-01-01', '+' || (i / 12) || ' days'), 'Camat Gunungsari',
          'Undangan rapat koordinasi ke-' || i, 'biasa', 'x', '2026-01-01', '2026-01-01' FROM n`);
    await fill(1, 3000);
    const file = { book: "agenda", part: "bersama", format: "pdf" } as const;
    const { bytes } = await exportBook(ctx, file, year(), profile);
    expect(bytes.byteLength).toBeLessThan(2_000_000);
    await fill(3001, 4001);
    await expect(exportBook(ctx, file, year(), profile)).rejects.toBeInstanceOf(FieldError);
    const stranger = await village.ctxAs("kepala-dusun");
    await expect(exportBook(stranger, file, year(), profile)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
