import { beforeAll, describe, expect, it } from "vitest";
import { listAuditLog } from "#app/modules/accounts/audit-log.server.ts";
import { accountsAuditSubjects } from "#app/modules/accounts/audit-subjects.server.ts";
import { AUDIT_KINDS, AUDIT_WORDS } from "#app/modules/accounts/audit-words.ts";
import { programmeAuditSubjects } from "#app/modules/programme/audit-subjects.server.ts";
import { auditSentence } from "#app/platform/audit-words.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { write } from "#app/platform/write.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
const ALL = { accountId: null, kind: null, beforeId: null };

beforeAll(async () => {
  village = await createTestVillage();
  for (let i = 0; i < 60; i++) {
    village.setNow(new Date(Date.UTC(2026, 10, 24, 2, i)).toISOString());
    const ctx = await village.ctxAs(i % 3 === 0 ? "sekretaris-desa" : "operator");
    const action = i % 2 === 0 ? "position.give" : "positional.thing";
    await write(ctx, ({ audit }) => audit({ action, entity: "account", entityId: "x", details: { i } }));
  }
}, 60_000);

describe("the audit log", () => {
  it("shows the newest first, page by page, each row once, in one round trip", async () => {
    const head = await village.ctxAs("kepala-desa");
    village.takeRoundTrips();
    const first = await listAuditLog(head, ALL);
    expect(village.takeRoundTrips()).toBe(1);
    const second = await listAuditLog(head, { ...ALL, beforeId: first.nextId });
    const shown = [...first.rows, ...second.rows].map((row) => row.details.i);
    expect(shown).toEqual(Array.from({ length: 60 }, (_, i) => 59 - i));
    expect(second.nextId).toBeNull();
  });

  it("narrows by person and by kind, not by a word that only begins alike", async () => {
    const head = await village.ctxAs("kepala-desa");
    const secretary = (await village.ctxAs("sekretaris-desa")).actor.accountId;
    const own = await listAuditLog(head, { ...ALL, accountId: secretary });
    expect(own.rows).toHaveLength(20);
    const kind = await listAuditLog(head, { ...ALL, accountId: secretary, kind: "position" });
    expect(new Set(kind.rows.map((row) => row.action))).toEqual(new Set(["position.give"]));
    expect(kind.rows).toHaveLength(10);
  });

  it("refuses everybody but Kepala Desa and Sekdes, the one who signed up included", async () => {
    for (const position of ["operator", "kasi-pemerintahan", "ketua-bpd"]) {
      const ctx = await village.ctxAs(position, { isAdmin: true, name: `Orang ${position}` });
      await expect(listAuditLog(ctx, ALL)).rejects.toThrow(ForbiddenError);
    }
  });

  it("names what a row is about, by its own record or the one whose history it belongs to", async () => {
    const head = await village.ctxAs("kepala-desa");
    const { accountId } = (await village.ctxAs("sekretaris-desa")).actor;
    const row = { entity: "account", entityId: accountId };
    await write(head, async ({ audit }) => {
      await audit({ action: "position.give", ...row });
      await audit({ action: "comment.add", entity: "comment", entityId: "k", parentId: accountId });
    });
    village.takeRoundTrips();
    const { rows } = await listAuditLog(head, ALL, [accountsAuditSubjects, programmeAuditSubjects]);
    expect(village.takeRoundTrips()).toBe(1);
    const subject = {
      id: accountId,
      label: "Pemegang sekretaris-desa",
      href: `/kantor/perangkat/${accountId}`,
    };
    const own = rows.filter((each) => each.entityId === accountId || each.parentId === accountId);
    expect(own.map((each) => each.subject)).toEqual([subject, subject]);
    expect(rows.find((each) => each.entityId === "x")?.subject).toBeNull();
  });

  it("holds nothing of another village", async () => {
    const elsewhere = await createTestVillage();
    expect((await listAuditLog(await elsewhere.ctxAs("kepala-desa"), ALL)).rows).toEqual([]);
  });
});

describe("sentences of the audit log", () => {
  it("say who did what, and show the code of an action without words", () => {
    const details = { name: "Made", position: "kaur-umum", status: "plt" };
    const row = { actorName: "Sulastri", action: "position.give", details };
    expect(auditSentence(row, AUDIT_WORDS)).toBe(
      "Sulastri memberi Made jabatan Plt. Kaur Tata Usaha dan Umum.",
    );
    expect(auditSentence({ ...row, action: "toString" }, AUDIT_WORDS)).toBe("Sulastri: toString");
  });

  it("stand under a kind, and read whole where an older row holds less", () => {
    for (const [action, say] of Object.entries(AUDIT_WORDS)) {
      expect(Object.keys(AUDIT_KINDS)).toContain(action.split(".")[0]);
      expect(say({})).not.toMatch(/undefined|null|\[object/);
    }
  });
});
