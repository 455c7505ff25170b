import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { listBreaches, loadBreach } from "#app/modules/privacy/breaches.server.ts";
import { closeBreach, describeBreach, tellOfBreach } from "#app/modules/privacy/change-breach.server.ts";
import { makeBreachLetter } from "#app/modules/privacy/letters.server.ts";
import { openBreach } from "#app/modules/privacy/open-breach.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { breaches } from "#db/village/schema/privacy.ts";
import { createVillage, profileOf } from "#tests/modules/village/support.ts";
import { readPdfText } from "#tests/support/pdf-text.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
let head: OfficeCtx;
let secretary: OfficeCtx;
beforeEach(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa");
  secretary = await village.ctxAs("sekretaris-desa");
});

const WHAT = "Ponsel kantor hilang di pasar.";
const found = { tanggal: "2026-11-24", jam: "08:15", kejadian: WHAT };
const open = (ctx = head) => openBreach(ctx, found);
const facts = (versi: number, more: Partial<Parameters<typeof describeBreach>[2]> = {}) => ({
  langkah: "uraian" as const,
  kejadian: WHAT,
  data: "Nomor telepon 12 perangkat.",
  bagaimana: "Tertinggal di angkutan.",
  jumlah: 12,
  penanganan: "Semua sesi dikeluarkan.",
  versi,
  ...more,
});
const told = (kepada: "subjek" | "lembaga" | "umum", versi: number, jam = "09:00") => ({
  langkah: "pemberitahuan" as const,
  kepada,
  tanggal: "2026-11-24",
  jam,
  versi,
});
const closing = (versi: number, hasil: "selesai" | "bukan" = "selesai") => ({
  langkah: "tutup" as const,
  hasil,
  catatan: "Ponsel dikunci dari jauh.",
  versi,
});
const row = async (id: string) => (await loadBreach(head, id)).breach;
const alertOf = async (id: string) =>
  (
    await head.directory
      .select()
      .from(alerts)
      .where(eq(alerts.alertKey, `breach:${id}`))
  )[0];

describe("a breach", () => {
  it("starts its clock at its discovery, tells the other leader and the operator, and keeps what happened inside", async () => {
    const { id, dueAt } = await open();
    expect(dueAt).toBe("2026-11-27T00:15:00.000Z");
    expect(await row(id)).toMatchObject({
      discoveredAt: "2026-11-24T00:15:00.000Z",
      noticeDueAt: dueAt,
      what: WHAT,
    });
    const messages = await village.db.select().from(inboxItems);
    expect(messages.map(({ accountId, href }) => [accountId, href])).toEqual([
      [secretary.actor.accountId, `/kantor/data-pribadi/insiden/${id}`],
    ]);
    const alert = await alertOf(id);
    expect(alert).toMatchObject({ severity: "gawat", villageId: village.tenant.villageId, settledAt: null });
    expect(alert?.sentence).toContain("27 November 2026 pukul 08.15 WITA");
    expect(JSON.stringify([alert, messages])).not.toContain("Ponsel");
  });

  it("goes through its steps: described, everybody told, closed", async () => {
    const { id } = await open();
    await expect(closeBreach(head, id, closing(1))).rejects.toThrow(
      "Belum dapat ditutup. Yang belum: data apa dan milik siapa, bagaimana terjadinya, penanganan, banyaknya orang, memberi tahu orang yang datanya terkena, memberi tahu lembaga pelindungan data.",
    );
    await describeBreach(secretary, id, facts(1));
    await tellOfBreach(head, id, told("subjek", 2));
    await expect(closeBreach(head, id, closing(3))).rejects.toThrow(
      "Yang belum: memberi tahu lembaga pelindungan data.",
    );
    expect((await village.db.select().from(inboxItems)).every(({ readAt }) => readAt === null)).toBe(true);
    await tellOfBreach(head, id, told("lembaga", 3, "09:45"));
    expect((await village.db.select().from(inboxItems)).every(({ readAt }) => readAt !== null)).toBe(true);
    await closeBreach(head, id, closing(4));
    expect(await row(id)).toMatchObject({
      personCount: 12,
      subjectsToldAt: "2026-11-24T01:00:00.000Z",
      authorityToldAt: "2026-11-24T01:45:00.000Z",
      publicToldAt: null,
      closedAt: head.now.toISOString(),
      closingNote: "Ponsel dikunci dari jauh.",
      version: 5,
    });
    expect((await alertOf(id))?.settledBy).toBe(head.actor.name);
    const { history } = await loadBreach(head, id);
    expect(history.map(({ action }) => action).toSorted()).toEqual([
      "breach.close",
      "breach.describe",
      "breach.open",
      "breach.tell",
      "breach.tell",
    ]);
    const { open: waiting, closed } = await listBreaches(head, null);
    expect([waiting.length, closed.map((each) => each.id)]).toEqual([0, [id]]);
  });

  it("wants the public told too where that was decided", async () => {
    const { id } = await open();
    await describeBreach(head, id, facts(1, { umum: "on" }));
    await tellOfBreach(head, id, told("subjek", 2));
    await tellOfBreach(head, id, told("lembaga", 3));
    await expect(closeBreach(head, id, closing(4))).rejects.toThrow("Yang belum: memberi tahu masyarakat.");
    await tellOfBreach(head, id, told("umum", 4));
    await closeBreach(head, id, closing(5));
  });

  it("may turn out to be none, with the reason", async () => {
    const { id } = await open();
    await closeBreach(head, id, closing(1, "bukan"));
    expect((await row(id)).closingNote).toBe("Bukan kegagalan pelindungan data. Ponsel dikunci dari jauh.");
    expect((await alertOf(id))?.settledAt).not.toBeNull();
  });

  it("changes no more once it is closed, nor from a page of an older state", async () => {
    const { id } = await open();
    await expect(describeBreach(head, id, facts(2))).rejects.toThrow(ConflictError);
    await closeBreach(head, id, closing(1, "bukan"));
    for (const late of [
      describeBreach(head, id, facts(2)),
      tellOfBreach(head, id, told("subjek", 2)),
      closeBreach(head, id, closing(2)),
    ])
      await expect(late).rejects.toThrow("sudah ditutup");
  });

  it("knows no notice before its discovery, and neither notice nor discovery in the future", async () => {
    const { id } = await open();
    await expect(tellOfBreach(head, id, told("subjek", 1, "08:14"))).rejects.toThrow(
      "tidak dapat mendahului",
    );
    await expect(tellOfBreach(head, id, told("subjek", 1, "10:01"))).rejects.toThrow(FieldError);
    await expect(openBreach(head, { ...found, jam: "10:01" })).rejects.toThrow("Waktunya belum terjadi");
    await expect(openBreach(head, { ...found, tanggal: "2025-11-01" })).rejects.toThrow(
      "Paling lama setahun",
    );
    expect([await village.db.$count(breaches), (await row(id)).subjectsToldAt]).toEqual([1, null]);
  });

  it("is the leaders' alone, and another village does not know it", async () => {
    const { id } = await open();
    const other = await createTestVillage();
    const stranger = await other.ctxAs("kepala-desa");
    const profile = await profileOf(village);
    const attempts = (ctx: OfficeCtx) => [
      () => loadBreach(ctx, id),
      () => describeBreach(ctx, id, facts(1)),
      () => tellOfBreach(ctx, id, told("subjek", 1)),
      () => closeBreach(ctx, id, closing(1)),
      () => makeBreachLetter(ctx, id, "subjek", profile),
    ];
    for (const attempt of attempts(stranger)) await expect(attempt()).rejects.toThrow(NotFoundError);
    for (const position of ["kasi-pemerintahan", "operator", "ketua-bpd"]) {
      const ctx = await village.ctxAs(position, { isAdmin: true });
      for (const attempt of [...attempts(ctx), () => listBreaches(ctx, null), () => open(ctx)])
        await expect(attempt()).rejects.toThrow(ForbiddenError);
    }
    expect((await row(id)).version).toBe(1);
    expect(await village.db.$count(auditLog, eq(auditLog.action, "breach.open"))).toBe(1);
  });

  it("is printed for each whom it concerns, with blanks for what is not known yet", async () => {
    const { id } = await open();
    const profile = await profileOf(village);
    const letter = async (target: "subjek" | "lembaga" | "umum") =>
      (await readPdfText(await makeBreachLetter(head, id, target, profile))).join(" ").replace(/\s+/g, " ");
    const first = await letter("subjek");
    for (const part of [
      "PEMBERITAHUAN KEGAGALAN",
      WHAT,
      "24 November 2026 pukul 08.15 WITA",
      "......",
      head.actor.name,
    ])
      expect(first).toContain(part);
    await describeBreach(head, id, facts(1));
    expect(await letter("lembaga")).toContain("12 orang");
    expect(await letter("umum")).toContain("PENGUMUMAN");
  });
});
