import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { revealContact } from "#app/modules/accounts/reveal-contact.server.ts";
import { type AccessFilter, listAccess } from "#app/modules/privacy/list-access.server.ts";
import { loadOverview } from "#app/modules/privacy/load-overview.server.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { accessSentence } from "#app/platform/privacy/access-words.ts";
import { auditSubjects } from "#app/registry.server.ts";
import { ACCESS_WORDS } from "#app/registry.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const ALL: AccessFilter = {
  accountId: null,
  subjectId: null,
  kind: null,
  from: null,
  to: null,
  beforeId: null,
};
let village: TestVillage;
let head: OfficeCtx;
beforeEach(async () => {
  village = await createTestVillage();
  head = await village.ctxAs("kepala-desa");
});

const list = (filter: Partial<AccessFilter> = {}, ctx = head) =>
  listAccess(ctx, { ...ALL, ...filter }, auditSubjects);
const reveal = (ctx: OfficeCtx, subjectId: string) =>
  recordAccess(village.db, ctx, { kind: "reveal", what: "accounts.phone", subject: "account", subjectId });
const person = async (name: string) =>
  (
    await seedAccount(village.anonymous(), {
      name,
      phone: `62812${Math.floor(Math.random() * 1e8)}`,
      positions: [],
    })
  ).accountId;

describe("the access log's page", () => {
  it("names who looked at what of whom, and counts it on the start page", async () => {
    const id = await person("Bahar");
    await revealContact(head, id);
    const { rows, people } = await list();
    expect(rows.map((row) => [accessSentence(row, ACCESS_WORDS), row.about?.label])).toEqual([
      [`${head.actor.name} melihat nomor telepon dengan lengkap.`, "Bahar"],
    ]);
    expect(people.map(({ name }) => name)).toContain(head.actor.name);
    expect((await loadOverview(head)).access).toEqual({ reveal: 1, open: 0, export: 0, unusual: 0 });
    village.setNow("2026-12-25T02:00:00.000Z");
    expect((await loadOverview(await village.ctxAs("kepala-desa"))).access.reveal).toBe(0);
  });

  it("is narrowed by who looked, about whom, of what kind and between days of the village's zone", async () => {
    const [first, second] = [await person("Bahar"), await person("Sahrum")];
    await reveal(head, first);
    village.setNow("2026-11-24T03:00:00.000Z");
    const secretary = await village.ctxAs("sekretaris-desa");
    await reveal(secretary, second);
    // 23.30 on the 25th in WITA is still the 25th there.
    village.setNow("2026-11-25T15:30:00.000Z");
    const later = await village.ctxAs("kepala-desa");
    await recordAccess(village.db, later, { kind: "export", what: "privacy.person-file", rowCount: 4 });
    const shown = async (filter: Partial<AccessFilter>) =>
      (await list(filter)).rows.map(
        (row) => `${row.kind} ${row.actorName === head.actor.name ? "head" : "secretary"}`,
      );
    expect(await shown({})).toEqual(["export head", "reveal secretary", "reveal head"]);
    expect(await shown({ accountId: secretary.actor.accountId })).toEqual(["reveal secretary"]);
    expect(await shown({ subjectId: first })).toEqual(["reveal head"]);
    expect((await list({ subjectId: first })).aboutName).toBe("Bahar");
    expect(await shown({ kind: "export" })).toEqual(["export head"]);
    expect(await shown({ from: "2026-11-25", to: "2026-11-25" })).toEqual(["export head"]);
    expect(await shown({ to: "2026-11-24" })).toEqual(["reveal secretary", "reveal head"]);
    expect(await shown({ from: "2026-11-26" })).toEqual([]);
  });

  it("pages by key through everything once, in one round trip a page", async () => {
    const id = await person("Bahar");
    await village.db.transaction(async (tx) => {
      for (let index = 0; index < 120; index++)
        await recordAccess(tx, village.anonymous(), {
          kind: "reveal",
          what: "accounts.phone",
          subject: "account",
          subjectId: id,
        });
    });
    const seen: string[] = [];
    const sizes: number[] = [];
    let beforeId: string | null = null;
    do {
      village.takeRoundTrips();
      const page: Awaited<ReturnType<typeof list>> = await list({ beforeId });
      expect(village.takeRoundTrips()).toBe(1);
      sizes.push(page.rows.length);
      seen.push(...page.rows.map((row) => row.id));
      beforeId = page.nextId;
    } while (beforeId);
    expect([sizes, new Set(seen).size]).toEqual([[50, 50, 20], 120]);
    expect(seen).toEqual(seen.toSorted().reverse());
  });

  it("is shown to who leads the village alone, and never another village's", async () => {
    await reveal(head, await person("Bahar"));
    for (const position of ["kasi-pemerintahan", "operator", "ketua-bpd", "kepala-dusun"]) {
      const ctx = await village.ctxAs(position, { isAdmin: true });
      await expect(list({}, ctx)).rejects.toThrow(ForbiddenError);
      await expect(loadOverview(ctx)).rejects.toThrow(ForbiddenError);
    }
    const other = await createTestVillage();
    expect((await listAccess(await other.ctxAs("kepala-desa"), ALL, auditSubjects)).rows).toEqual([]);
  });
});

describe("a sentence of the access log", () => {
  const row = { actorName: "Bahar", what: "accounts.phone", rowCount: 30, reason: null };
  it("says each kind, unusual volume with its limit, and shows the code of what nobody named", () => {
    const say = (more: Partial<Parameters<typeof accessSentence>[0]>) =>
      accessSentence({ ...row, kind: "open", ...more }, ACCESS_WORDS);
    expect(say({ kind: "export", what: "privacy.person-file" })).toBe(
      "Bahar mengambil berkas semua data tentang seseorang (30 baris).",
    );
    expect(say({ kind: "export", rowCount: 0 })).toBe("Bahar meminta nomor telepon.");
    expect(say({ what: "residents.person" })).toBe("Bahar membuka residents.person.");
    expect(say({ what: "toString" })).toBe("Bahar membuka toString.");
    expect(say({ kind: "unusual", reason: "reveals:20:malam" })).toBe(
      "Lebih banyak dari biasanya: Bahar, 30 data terlindung dibuka pada malam hari; batasnya 20.",
    );
  });
});
