import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { chooseKeep } from "#app/modules/privacy/choose-keep.server.ts";
import { loadLimits, setLimits } from "#app/modules/privacy/limits.server.ts";
import { getKeep, loadRetention } from "#app/modules/privacy/load-retention.server.ts";
import { FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { runRetention } from "#app/platform/privacy/run-retention.ts";
import { DEFAULT_LIMITS } from "#app/platform/privacy/unusual-rules.ts";
import { retentionRules } from "#app/registry.server.ts";
import { auditLog, submits } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const INBOX = "platform.inbox";
let village: TestVillage;
beforeEach(async () => {
  village = await createTestVillage();
});
const ruleOf = async (kind: string, position = "kepala-desa") =>
  (await loadRetention(await village.ctxAs(position), retentionRules)).rules.find(
    (rule) => rule.kind === kind,
  );

describe("the schedule of what is kept", () => {
  it("is shown with its last run and with what went, by kind", async () => {
    const before = await loadRetention(await village.ctxAs("sekretaris-desa"), retentionRules);
    expect([before.lastRun, before.mayDecide, before.rules.length]).toEqual([
      null,
      false,
      retentionRules.length,
    ]);
    await village.db.insert(submits).values({ key: "lama", createdAt: "2026-01-01T00:00:00.000Z" });
    await runRetention(village.anonymous(), retentionRules);
    const after = await loadRetention(await village.ctxAs("kepala-desa"), retentionRules);
    expect([after.lastRun, after.mayDecide]).toEqual([{ at: village.now().toISOString(), failed: [] }, true]);
    expect(await ruleOf("platform.submits")).toMatchObject({
      keep: "7 hari",
      last: { removed: 1 },
      isChoosable: false,
    });
    expect((await ruleOf(INBOX))?.last).toBeNull();
  });

  it("names the kinds that could not be removed in the last run", async () => {
    const broken = retentionRules.map((rule) =>
      rule.kind === INBOX
        ? { ...rule, removal: { how: "delete" as const, table: "tidak_ada", age: "created_at" } }
        : rule,
    );
    await expect(runRetention(village.anonymous(), broken)).rejects.toThrow();
    const { lastRun } = await loadRetention(await village.ctxAs("kepala-desa"), retentionRules);
    expect(lastRun?.failed).toEqual(["Kabar di akun perangkat"]);
  });

  it("follows from the next run on what the Kepala Desa chose, and tells the audit log from what to what", async () => {
    const head = await village.ctxAs("kepala-desa");
    const createdAt = "2026-08-10T00:00:00.000Z";
    await village.db.insert(inboxItems).values({
      id: "k",
      accountId: head.actor.accountId,
      onceKey: "k",
      title: "-",
      href: "/kantor",
      createdAt,
    });
    await runRetention(village.anonymous(), retentionRules);
    expect(await village.db.$count(inboxItems)).toBe(1);
    expect(await chooseKeep(head, INBOX, { lama: 3 }, retentionRules)).toEqual({
      name: "Kabar di akun perangkat",
      keep: "3 bulan",
    });
    expect(await getKeep(head, INBOX, retentionRules)).toMatchObject({
      amount: 3,
      unit: "bulan",
      usual: "12 bulan",
    });
    expect((await ruleOf(INBOX))?.keep).toBe("3 bulan");
    await runRetention(village.anonymous(), retentionRules);
    expect(await village.db.$count(inboxItems)).toBe(0);
    const [row] = await village.db.select().from(auditLog).where(eq(auditLog.action, "retention.choose"));
    expect(row).toMatchObject({ entityId: INBOX, details: { from: "12 bulan", to: "3 bulan" } });
  });

  it("refuses what lies outside the bounds, what is fixed and what nobody declared", async () => {
    const head = await village.ctxAs("kepala-desa");
    for (const lama of [0, 2, 37])
      await expect(chooseKeep(head, INBOX, { lama }, retentionRules)).rejects.toThrow(
        "Paling singkat 3 bulan, paling lama 36 bulan.",
      );
    await expect(chooseKeep(head, INBOX, { lama: 2 }, retentionRules)).rejects.toThrow(FieldError);
    for (const kind of ["platform.submits", "tidak.ada"]) {
      await expect(chooseKeep(head, kind, { lama: 7 }, retentionRules)).rejects.toThrow(NotFoundError);
      await expect(getKeep(head, kind, retentionRules)).rejects.toThrow(NotFoundError);
    }
  });

  it("is decided by the Kepala Desa alone, and never in the hours after a recovery", async () => {
    for (const position of ["sekretaris-desa", "kasi-pemerintahan", "operator", "ketua-bpd"]) {
      const ctx = await village.ctxAs(position, { isAdmin: position === "operator" });
      await expect(chooseKeep(ctx, INBOX, { lama: 3 }, retentionRules)).rejects.toThrow(ForbiddenError);
      await expect(setLimits(ctx, { data: 1, catatan: 1, baris: 1 })).rejects.toThrow(ForbiddenError);
    }
    const head = await village.ctxAs("kepala-desa");
    const recovered = { ...head, actor: { ...head.actor, signingBlockedUntil: "2026-11-25T00:00:00.000Z" } };
    await expect(chooseKeep(recovered, INBOX, { lama: 3 }, retentionRules)).rejects.toThrow(
      "baru saja dipulihkan",
    );
    await expect(setLimits(recovered, { data: 1, catatan: 1, baris: 1 })).rejects.toThrow(
      "baru saja dipulihkan",
    );
  });
});

it("the limits of the access log are the usual ones until the Kepala Desa sets others", async () => {
  const head = await village.ctxAs("kepala-desa");
  expect(await loadLimits(head)).toEqual(DEFAULT_LIMITS);
  await setLimits(head, { data: 5, catatan: 40, baris: 100 });
  expect(await loadLimits(await village.ctxAs("sekretaris-desa"))).toEqual({
    reveals: 5,
    openings: 40,
    exportRows: 100,
  });
  await expect(village.ctxAs("kasi-pelayanan").then((ctx) => loadLimits(ctx))).rejects.toThrow(
    ForbiddenError,
  );
});
