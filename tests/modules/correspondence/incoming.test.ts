import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { correctIncoming } from "#app/modules/correspondence/correct-incoming.server.ts";
import { CorrectInput, RegisterInput } from "#app/modules/correspondence/input.ts";
import { listIncoming } from "#app/modules/correspondence/list-incoming.server.ts";
import { readListFilter } from "#app/modules/correspondence/list-rules.ts";
import { loadIncoming } from "#app/modules/correspondence/load-incoming.server.ts";
import { registerIncoming } from "#app/modules/correspondence/register-incoming.server.ts";
import { voidIncoming } from "#app/modules/correspondence/void-incoming.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { lostNumbers } from "#db/village/schema/privacy.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { INCOMING_FIELDS, incomingInput, register } from "./mail-stage.ts";

let village: TestVillage;
let clerk: OfficeCtx;
let head: OfficeCtx;
let kasi: OfficeCtx;

beforeAll(async () => {
  village = await createTestVillage();
  clerk = await village.ctxAs("kaur-umum");
  head = await village.ctxAs("kepala-desa");
  kasi = await village.ctxAs("kasi-pelayanan");
  await setBook(2026, 40);
});

function setBook(year: number, lastNumber: number) {
  const stand = { lastNumber, updatedAt: "2026-01-01T00:00:00.000Z" };
  return village.db
    .insert(bookNumbers)
    .values({ book: "surat-masuk", year, ...stand })
    .onConflictDoUpdate({ target: [bookNumbers.book, bookNumbers.year], set: stand });
}

const list = (ctx: OfficeCtx, query = "") => listIncoming(ctx, readListFilter(new URLSearchParams(query)));

describe("numbers of the agenda book", () => {
  it("go on where the paper book ended, and twenty entries at once get twenty numbers in a row", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => register(clerk)));
    const numbers = made.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => 41 + index));
  });

  it("start anew each year, and a letter left over from last year goes into last year's book", async () => {
    expect(await register(clerk, { diterima: "2025-12-30", tanggal_surat: "" })).toMatchObject({ number: 1 });
    await expect(register(clerk, { diterima: "2024-12-30", tanggal_surat: "" })).rejects.toMatchObject({
      field: "diterima",
    });
    await expect(register(clerk, { diterima: "2026-11-25" })).rejects.toMatchObject({ field: "diterima" });
  });

  it("are never given twice, though somebody set the book lower or a restore lost some", async () => {
    const { number } = await register(clerk);
    await setBook(2026, 3);
    expect((await register(clerk)).number).toBe(number + 1);
    await village.db.insert(lostNumbers).values({
      id: "hilang",
      series: "buku:surat-masuk",
      year: 2026,
      fromNumber: number + 2,
      toNumber: number + 5,
      epoch: 1,
    });
    await setBook(2026, 3);
    expect((await register(clerk)).number).toBe(number + 6);
  });

  it("are given once for the same form sent twice", async () => {
    const ctx = await village.ctxAs("kaur-umum", { submitKey: "kunci-surat-1" });
    const first = await registerIncoming(ctx, incomingInput());
    expect(await registerIncoming(ctx, incomingInput())).toEqual(first);
  });
});

describe("a letter in the book", () => {
  it("is corrected under its number, and by whoever saw its present version only", async () => {
    const { id, number } = await register(clerk);
    const input = CorrectInput.parse({ ...INCOMING_FIELDS, perihal: "Undangan musyawarah", versi: 1 });
    await correctIncoming(clerk, id, input);
    const { letter } = await loadIncoming(kasi, id);
    expect(letter).toMatchObject({ agendaNumber: number, subject: "Undangan musyawarah", version: 2 });
    await expect(correctIncoming(clerk, id, input)).rejects.toBeInstanceOf(ConflictError);
    await expect(
      correctIncoming(clerk, id, { ...input, versi: 2, diterima: "2025-11-24", tanggal_surat: null }),
    ).rejects.toMatchObject({ field: "diterima" });
    await expect(correctIncoming(clerk, id, { ...input, versi: 2 })).rejects.toMatchObject({ field: "" });
  });

  it("is made void with the reason and stays in the list", async () => {
    const { id, number } = await register(clerk, { perihal: "Salah catat" });
    await voidIncoming(clerk, id, { versi: 1, alasan: "Tercatat dua kali" });
    const { rows } = await list(kasi, "cari=Salah+catat");
    expect(rows).toMatchObject([{ agendaNumber: number, state: "void" }]);
    await expect(voidIncoming(clerk, id, { versi: 2, alasan: "Lagi" })).rejects.toBeInstanceOf(ConflictError);
    expect((await register(clerk)).number).toBe(number + 1);
  });

  it("is refused where its days can't be", () => {
    const fields = INCOMING_FIELDS;
    const after = RegisterInput.safeParse({ ...fields, tanggal_surat: "2026-11-25" });
    expect(after.error?.issues[0]?.path).toEqual(["tanggal_surat"]);
    const before = RegisterInput.safeParse({ ...fields, balas_sebelum: "2026-11-01" });
    expect(before.error?.issues[0]?.path).toEqual(["balas_sebelum"]);
  });

  it("is refused to who may not write, and another village's is not there", async () => {
    const kadus = await village.ctxAs("kepala-dusun");
    await expect(register(kadus)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(list(kadus)).rejects.toBeInstanceOf(ForbiddenError);
    const { id } = await register(clerk);
    const stranger = await (await createTestVillage()).ctxAs("kaur-umum");
    await expect(loadIncoming(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(voidIncoming(stranger, id, { versi: 1, alasan: "-" })).rejects.toBeInstanceOf(NotFoundError);
    expect((await list(stranger)).rows).toEqual([]);
  });
});

describe("a secret letter", () => {
  it("shows its number to all, and what it says to leaders, whose look is logged", async () => {
    const secret = { sifat: "rahasia", pengirim: "Inspektorat", perihal: "Pemeriksaan khusus" };
    const { id, number } = await register(clerk, secret);
    const [row] = (await list(kasi)).rows;
    expect(row).toMatchObject({
      agendaNumber: number,
      sender: "(rahasia)",
      subject: "(rahasia)",
      number: null,
    });
    expect((await list(kasi, "cari=Pemeriksaan")).rows).toEqual([]);
    expect((await list(head, "cari=Pemeriksaan")).rows).toMatchObject([{ sender: "Inspektorat" }]);
    await expect(loadIncoming(kasi, id)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(voidIncoming(clerk, id, { versi: 1, alasan: "-" })).rejects.toBeInstanceOf(ForbiddenError);
    expect((await loadIncoming(head, id)).letter.subject).toBe("Pemeriksaan khusus");
    const logged = await village.db
      .select()
      .from(accessLog)
      .where(and(eq(accessLog.subjectId, id), eq(accessLog.accountId, head.actor.accountId)));
    expect(logged).toMatchObject([{ kind: "open", what: "correspondence.secret" }]);
  });
});

describe("the list", () => {
  it("goes page by page through a year, each row once", async () => {
    const busy = await createTestVillage();
    const ctx = await busy.ctxAs("kaur-umum");
    for (let index = 0; index < 52; index++) await register(ctx, { perihal: `Surat 100%_${index}` });
    const first = await list(ctx, "tahun=2026");
    expect(first.rows).toHaveLength(50);
    busy.takeRoundTrips();
    const second = await list(ctx, `tahun=2026&setelah=${first.next}`);
    expect(busy.takeRoundTrips()).toBe(1);
    expect(second.rows.map(({ agendaNumber }) => agendaNumber)).toEqual([2, 1]);
    expect(second.next).toBeNull();
    expect((await list(ctx, "cari=100%25_51")).rows).toHaveLength(1);
    expect((await list(ctx, "cari=%25")).rows).toHaveLength(50);
    expect((await list(ctx, "cari=1%25_9x")).rows).toEqual([]);
  });
});
